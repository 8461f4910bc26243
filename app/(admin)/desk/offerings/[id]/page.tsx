import type { Metadata } from 'next';
import { revealAttendeeAction, revealAttendeesAction } from '@/features/bookings/actions';
import { BookingTable } from '@/features/bookings/components/desk-bookings';
import { listOfferingBookings } from '@/features/bookings/queries/desk-bookings';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { PlacesPanel, WhyPanel } from '@/features/places/components/desk-places';
import { explainPlaces } from '@/features/places/queries/where-places';
import { OfferingFrame } from '@/features/scheduling/components/desk-offering-frame';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '报名' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OfferingBookingsPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}`);
  const offering = await getDeskOffering(ctx, id);
  const { filter, wanted, lost } = openSearch(ctx, bookingFilter.parse(await searchParams));
  const found = await listOfferingBookings(ctx, offering, wanted);
  const sessions = await explainPlaces(ctx, offering, filter.session);
  const shown = { offeringId: id, sessions, now: offering.now };
  return (
    <OfferingFrame offering={offering} tab="bookings">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <BookingTable
          offering={offering}
          found={found}
          filter={filter}
          words={wanted.q}
          lost={lost}
          reveal={revealAttendeeAction}
          revealAll={revealAttendeesAction}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <PlacesPanel {...shown} />
          <WhyPanel {...shown} />
        </div>
      </div>
    </OfferingFrame>
  );
}
