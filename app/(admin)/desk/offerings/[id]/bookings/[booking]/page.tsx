import type { Metadata } from 'next';
import { DeskMain } from '@/components/layout/desk-shell';
import { PageHead } from '@/components/layout/member-page';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs } from '@/components/ui/tabs';
import { revealAttendeeAction } from '@/features/bookings/actions';
import { DeskBookingFacts, DeskBookingHistory } from '@/features/bookings/components/desk-booking';
import { getDeskBooking } from '@/features/bookings/queries/desk-booking';
import { CaseNotes } from '@/features/desk/components/case-tools';
import { findCaseTools } from '@/features/desk/queries/case-tools';
import { DeskMove } from '@/features/moves/components/desk-move';
import { findDeskRequest } from '@/features/moves/queries/desk-request';
import { doneAtBooking } from '@/features/moves/rules/done-words';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';
import { one } from '@/lib/one';

export const metadata: Metadata = { title: '报名详情' };

interface Props {
  params: Promise<{ id: string; booking: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function DeskBookingPage({ params, searchParams }: Props) {
  const { id, booking: bookingId } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/bookings/${bookingId}`);
  const offering = await getDeskOffering(ctx, id);
  const booking = await getDeskBooking(ctx, offering, bookingId);
  const request = await findDeskRequest(ctx, bookingId);
  const tools = await findCaseTools(ctx, `b-${bookingId}`);
  const done = doneAtBooking(String(one((await searchParams).done) ?? ''));
  return (
    <DeskMain>
      <Breadcrumbs
        trail={[
          { label: '服务与活动', href: '/desk/offerings' },
          { label: offering.title, href: `/desk/offerings/${id}` },
          { label: booking.number },
        ]}
      />
      <PageHead title={`${booking.attendee} 的报名`} />
      {done && (
        <Notice tone="success" live className="mb-4">
          {done}。
        </Notice>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <DeskBookingFacts booking={booking} reveal={revealAttendeeAction} />
          <DeskMove booking={booking} offering={offering} request={request} />
        </div>
        <div className="min-w-0">
          <DeskBookingHistory booking={booking} />
          {tools && <CaseNotes tools={tools} back="" offeringId={id} />}
        </div>
      </div>
    </DeskMain>
  );
}
