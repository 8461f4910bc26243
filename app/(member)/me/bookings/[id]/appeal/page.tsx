import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { FlowPage, PageHead } from '@/components/layout/member-page';
import { AppealForm } from '@/features/absences/components/appeal-form';
import { findMyExcuse } from '@/features/absences/queries/excuse';
import { refuseAppeal } from '@/features/absences/rules';
import { BookingFactList } from '@/features/bookings/components/booking-receipt';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { requireMember } from '@/lib/auth/session';
import { notFoundOnMissing } from '@/lib/http/not-found-on-missing';
import { newId } from '@/lib/ids';

export const metadata: Metadata = { title: '爽约申诉' };

export default async function AppealPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireMember(`/me/bookings/${id}/appeal`);
  const booking = await notFoundOnMissing(getMyBooking(ctx, id));
  const excuse = await findMyExcuse(ctx, id);
  const back = `/me/bookings/${id}`;
  if (refuseAppeal({ status: booking.status, excuse: excuse?.status ?? null })) redirect(back);
  return (
    <FlowPage backHref={back} backLabel="预约详情">
      <PageHead title="爽约申诉">每次爽约可以申诉一次，成立就不再计数，限制马上解除。</PageHead>
      <BookingFactList booking={booking} />
      <AppealForm bookingId={booking.id} idempotencyKey={newId()} />
    </FlowPage>
  );
}
