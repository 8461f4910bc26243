import type { Metadata } from 'next';
import { MessageLink } from '@/features/announcements/components/message-link';
import { revealAttendeeAction, revealAttendeesAction } from '@/features/bookings/actions';
import {
  changeWaitlistAction,
  offerPlaceAction,
  overridePlaceAction,
} from '@/features/places/actions';
import { PlacesPanel } from '@/features/places/components/desk-places';
import { WaitingTable } from '@/features/places/components/desk-waiting';
import { WaitlistForm } from '@/features/places/components/desk-waitlist-form';
import { canOverridePlaces } from '@/features/places/policy';
import { readOfferDefaults } from '@/features/places/queries/waitlist-context';
import { explainPlaces } from '@/features/places/queries/where-places';
import { DoneNotice } from '@/features/scheduling/components/desk-done';
import { offeringTab } from '@/features/scheduling/components/offering-tab';

export const metadata: Metadata = { title: '候补' };

const actions = {
  reveal: revealAttendeeAction,
  revealAll: revealAttendeesAction,
  offer: offerPlaceAction,
  override: overridePlaceAction,
};

export default offeringTab('waitlist', async ({ ctx, id, offering, search }) => {
  const sessions = await explainPlaces(ctx, offering);
  const defaults = await readOfferDefaults(ctx);
  return (
    <>
      <DoneNotice search={search} offering={offering} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <WaitingTable
          offeringId={id}
          sessions={sessions}
          actions={actions}
          mayOverride={canOverridePlaces.anywhere(ctx.actor)}
          now={offering.now}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <MessageLink offeringId={id} audience="waiting" />
          <PlacesPanel offeringId={id} sessions={sessions} now={offering.now} />
          <WaitlistForm offering={offering} action={changeWaitlistAction} defaults={defaults} />
        </div>
      </div>
    </>
  );
});
