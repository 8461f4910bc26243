import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Form } from '@/components/forms/form';
import { SubmitButton } from '@/components/forms/submit-button';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { BookingFactList } from '@/features/bookings/components/booking-receipt';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { refuseCancel } from '@/features/bookings/rules/booking';
import { findCancelStatus } from '@/features/eligibility/queries/cancel-status';
import { oneMoreWords } from '@/features/eligibility/rules/cancel-limit';
import { cancelBookingAction } from '@/features/enrolment/actions';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '取消预约' };

export default async function CancelBooking({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireMember(`/me/bookings/${id}/cancel`);
  const booking = await notFoundOnMissing(getMyBooking(ctx, id));
  const back = `/me/bookings/${id}`;
  if (refuseCancel(booking, booking.now) !== null) redirect(back);
  const warning = oneMoreWords(await findCancelStatus(ctx, id));
  const waits = booking.status === 'waitlisted';
  return (
    <FlowPage backHref={back} backLabel="我的预约">
      <PageHead title={booking.title}>
        <b className="text-ink">{waits ? '确定退出候补？' : '确定退掉名额？'}</b>
        {waits
          ? '退出后排位不保留，再报要从最后排起。'
          : '退掉后别人马上可以报，想再来要重新报名。'}
      </PageHead>
      {warning && (
        <Notice tone="warning" className="mb-4">
          {warning}
        </Notice>
      )}
      <BookingFactList booking={booking} />
      <Form
        action={cancelBookingAction}
        idempotencyKey={newId()}
        className="mt-6 flex flex-col gap-3"
      >
        <input type="hidden" name="bookingId" value={booking.id} />
        <SubmitButton variant="danger" pendingText="退掉中…">
          {waits ? '退出候补' : '退掉名额'}
        </SubmitButton>
        <LinkButton href={back} variant="secondary" block>
          保留
        </LinkButton>
      </Form>
    </FlowPage>
  );
}
