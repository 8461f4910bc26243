import type { Metadata } from 'next';
import { MessageLink } from '@/features/announcements/components/message-link';
import { audienceOfStatus } from '@/features/announcements/rules/audience';
import { revealAttendeeAction, revealAttendeesAction } from '@/features/bookings/actions';
import { BookingTable } from '@/features/bookings/components/desk-bookings';
import { listOfferingBookings } from '@/features/bookings/queries/desk-bookings';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { ListExport } from '@/features/exports/components/list-export';
import { PlacesPanel, WhyPanel } from '@/features/places/components/desk-places';
import { explainPlaces } from '@/features/places/queries/where-places';
import { offeringTab } from '@/features/scheduling/components/offering-tab';
import { openSearch } from '@/lib/auth/search';

export const metadata: Metadata = { title: '报名' };

export default offeringTab('bookings', async ({ ctx, id, offering, search }) => {
  const { filter, wanted, lost } = openSearch(ctx, bookingFilter.parse(search));
  const found = await listOfferingBookings(ctx, offering, wanted);
  const sessions = await explainPlaces(ctx, offering, filter.session);
  const shown = { offeringId: id, sessions, now: offering.now };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
      <div className="min-w-0">
        <BookingTable
          offering={offering}
          found={found}
          filter={filter}
          words={wanted.q}
          lost={lost}
          reveal={revealAttendeeAction}
          revealAll={revealAttendeesAction}
        />
        <ListExport ctx={ctx} list="bookings" search={search} of={{ offering: id }} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <MessageLink
          offeringId={id}
          audience={audienceOfStatus(filter.status)}
          sessionId={filter.session}
        />
        <PlacesPanel {...shown} />
        <WhyPanel {...shown} />
      </div>
    </div>
  );
});
