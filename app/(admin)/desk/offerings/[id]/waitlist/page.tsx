import type { Metadata } from 'next';
import { revealAttendeeAction, revealAttendeesAction } from '@/features/bookings/actions';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
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
import { OfferingFrame } from '@/features/scheduling/components/desk-offering-frame';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '候补' };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const actions = {
  reveal: revealAttendeeAction,
  revealAll: revealAttendeesAction,
  offer: offerPlaceAction,
  override: overridePlaceAction,
};

export default async function WaitlistPage({ params, searchParams }: Props) {
  const { id } = await params;
  const ctx = await requireStaff(`/desk/offerings/${id}/waitlist`);
  const offering = await getDeskOffering(ctx, id);
  const sessions = await explainPlaces(ctx, offering);
  const defaults = await readOfferDefaults(ctx);
  return (
    <OfferingFrame offering={offering} tab="waitlist">
      <DoneNotice search={await searchParams} offering={offering} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 xl:grid-cols-[minmax(0,1fr)_336px]">
        <WaitingTable
          offeringId={id}
          sessions={sessions}
          actions={actions}
          mayOverride={canOverridePlaces.anywhere(ctx.actor)}
          now={offering.now}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <PlacesPanel offeringId={id} sessions={sessions} now={offering.now} />
          <WaitlistForm offering={offering} action={changeWaitlistAction} defaults={defaults} />
        </div>
      </div>
    </OfferingFrame>
  );
}
