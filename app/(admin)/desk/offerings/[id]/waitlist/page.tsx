import type { Metadata } from 'next';
import { revealAttendeeAction } from '@/features/programmes/actions';
import { OfferingFrame } from '@/features/programmes/components/desk-offering-frame';
import { SeatPanel } from '@/features/programmes/components/desk-seat-panel';
import { WaitingTable } from '@/features/programmes/components/desk-waiting';
import { listWaiting } from '@/features/programmes/queries/desk-bookings';
import { getDeskOffering } from '@/features/programmes/queries/desk-offering';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '候补' };

export default async function WaitlistPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/waitlist`);
  const offering = await getDeskOffering(ctx, id);
  const items = await listWaiting(ctx, offering);
  return (
    <OfferingFrame offering={offering} tab="waitlist">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <WaitingTable
          items={items}
          sessions={offering.sessions}
          reveal={revealAttendeeAction}
          now={offering.now}
        />
        <SeatPanel offering={offering} />
      </div>
    </OfferingFrame>
  );
}
