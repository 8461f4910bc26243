import 'server-only';
import { listVenueUses } from '@/features/offerings/queries/venue-uses';
import { timedOf } from '@/features/offerings/rules/meetings';
import { usesAtThatTime, venueUsedWords } from '@/features/offerings/rules/venue-use';
import { sessionDetails } from '@/features/offerings/schema/offering';
import type { Ctx } from '@/lib/ctx';

interface Placed {
  readonly id: string;
  readonly venueId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly details: unknown;
}

/**
 * What else stands in the venues of some sessions at their times, one sentence a session and in their order;
 * two sessions that share a room are said once.
 */
export async function listVenueClashes(tx: Ctx, sessions: readonly Placed[]): Promise<string[]> {
  const placed = sessions.filter((s) => s.venueId !== null);
  const starts = placed.map((s) => s.startsAt.getTime());
  const ends = placed.map((s) => s.endsAt.getTime());
  const span = { from: new Date(Math.min(...starts)), to: new Date(Math.max(...ends)) };
  const venueIds = [...new Set(placed.flatMap((s) => s.venueId ?? []))];
  const uses = await listVenueUses(tx, venueIds, span);
  const said = new Set<string>();
  return placed.flatMap((s) => {
    const { room } = sessionDetails.parse(s.details);
    const asked = { id: s.id, venueId: s.venueId ?? '', room, times: timedOf(s) };
    const others = usesAtThatTime(asked, uses).filter((use) => !said.has(use.sessionId));
    said.add(s.id);
    return others.length > 0 ? [venueUsedWords(others, tx.now)] : [];
  });
}
