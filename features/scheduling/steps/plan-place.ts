import 'server-only';
import { listVenueUses } from '@/features/offerings/queries/venue-uses';
import { timedOf } from '@/features/offerings/rules/meetings';
import { usesAtThatTime, venueUsedWords } from '@/features/offerings/rules/venue-use';
import { wholePlace } from '@/features/venues/rules/venue';
import { takeVenue } from '@/features/venues/steps/take-venue';
import type { Ctx } from '@/lib/ctx';
import { type Refusal, refuse } from '@/lib/result';
import type { SessionContent } from '../schema/manage-session';

/** A session as it is stored: its place in words, and of the register the venue and its town. */
export type PlacedSession = Omit<SessionContent, 'place'> & {
  readonly place: string;
  readonly townId: string | null;
};

type Placed =
  | { readonly ok: true; readonly content: PlacedSession }
  | Refusal<'invalid' | 'venue_used'>;

/**
 * Where a session meets: in a venue of the register, locked until the end of the transaction, or in the
 * officer's own words.
 * Refuses `invalid` with words for the field when the venue is closed or holds fewer people; `venue_used` with
 * who uses it at that time as `text`, unless the officer says it is meant so.
 * @param sessionId null for a further session
 * @param before of a stored session: where it was, and whether its hours are other ones now; what was taken
 * already is not asked again
 */
export async function planPlace(
  tx: Ctx,
  sessionId: string | null,
  typed: SessionContent,
  {
    evenSo,
    before,
  }: { evenSo: boolean; before?: { venueId: string | null; room: string; retimed: boolean } },
): Promise<Placed> {
  const { venueId } = typed;
  if (!venueId) return { ok: true, content: { ...typed, townId: null } };
  const isSame = before?.venueId === venueId;
  const venue = await takeVenue(tx, venueId, isSame);
  if (!venue) {
    return refuse('invalid', { fieldErrors: { venueId: '这个地点已停用，请另选一个' } });
  }
  if (venue.capacity !== null && typed.capacity > venue.capacity) {
    const capacity = `“${venue.name}”最多容纳 ${venue.capacity} 人，名额不能超过它；登记得不对请到“地点”里改`;
    return refuse('invalid', { fieldErrors: { capacity } });
  }
  if (!evenSo && !(isSame && before.room === typed.details.room && !before.retimed)) {
    const span = { from: typed.startsAt, to: typed.endsAt };
    const uses = usesAtThatTime(
      { id: sessionId, venueId, room: typed.details.room, times: timedOf(typed) },
      await listVenueUses(tx, [venueId], span),
    );
    const text = venueUsedWords(uses, tx.now);
    if (text) return refuse('venue_used', { fieldErrors: { venueId: text }, detail: { text } });
  }
  const place = wholePlace(venue, typed.details.room);
  return { ok: true, content: { ...typed, place, townId: venue.townId } };
}
