import type { DeskOffering } from '@/features/offerings/queries/desk-offering';
import { listConditionChoices } from '@/features/offerings/queries/form-choices';
import {
  reservePlaceAction,
  returnCarveOutAction,
  setCarveOutAction,
} from '@/features/places/actions';
import { CarveOuts } from '@/features/places/components/desk-carve-outs';
import { ReservedPlaces } from '@/features/places/components/desk-reservations';
import { listReservations } from '@/features/places/queries/reservations';
import { explainPlaces } from '@/features/places/queries/where-places';
import type { Ctx } from '@/lib/ctx';

interface SetAsideProps {
  ctx: Ctx;
  offering: DeskOffering;
  sessionId: string;
}

/** The places of a session that are not for everyone: kept for groups, and reserved for one or for something. */
export async function SetAside({ ctx, offering, sessionId }: SetAsideProps) {
  const [places] = await explainPlaces(ctx, offering, sessionId);
  const choices = await listConditionChoices(ctx);
  const { now, kind } = offering;
  return (
    <>
      {places && (
        <CarveOuts
          session={places}
          choices={choices}
          actions={{ set: setCarveOutAction, releasePlace: returnCarveOutAction }}
          now={now}
        />
      )}
      <ReservedPlaces
        sessionId={sessionId}
        kind={kind}
        reserved={await listReservations(ctx, offering, sessionId)}
        actions={{ reserve: reservePlaceAction, releasePlace: returnCarveOutAction }}
        now={now}
      />
    </>
  );
}
