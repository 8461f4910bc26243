import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { BookingFactList } from '@/features/bookings/components/booking-receipt';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { moveStatus } from '@/features/bookings/rules/reschedule';
import { RescheduleForm } from '@/features/enrolment/components/reschedule-form';
import { getOfferingPage } from '@/features/enrolment/queries/offering-page';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '改期' };

export default async function ReschedulePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireMember(`/me/bookings/${id}/reschedule`);
  const booking = await notFoundOnMissing(getMyBooking(ctx, id));
  const back = `/me/bookings/${id}`;
  const move = moveStatus(booking, booking.now);
  if (move.refused) redirect(back);
  const { sessions, now } = await notFoundOnMissing(getOfferingPage(ctx, booking.offeringId));
  return (
    <FlowPage backHref={back} backLabel="预约详情">
      <PageHead title="改到别的时间">
        还可以改 {move.left} 次。改成功后，原来的名额马上给别人。
      </PageHead>
      <BookingFactList booking={booking} />
      <RescheduleForm booking={booking} sessions={sessions} now={now} idempotencyKey={newId()} />
    </FlowPage>
  );
}
