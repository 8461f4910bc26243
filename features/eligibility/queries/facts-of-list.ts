import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { factsOf, type GatheredFacts } from './facts';
import { factsStatement } from './facts-statement';
import type { Found } from './found';
import { addSegmentFact } from './segment-fact';

/** One of many whom a list names for a session. */
export interface Named {
  readonly personId: string;
  readonly childId: string | null;
}

// A statement of five hundred stays far below the time limit, and the network is asked ten times, not 5,000.
const AT_ONCE = 500;

const list = (values: readonly (string | null)[]) =>
  `{${values.map((value) => value ?? 'null').join(',')}}`;

/**
 * The facts of many for one session, by the statement that serves one: some hundred at a time. Run it
 * as the system; callers have authorised and pass on outcomes, not facts.
 * @returns in the order of `named`; null where the child is not this person's
 */
export async function gatherFactsOfList(
  systemTx: Ctx,
  { offeringId, sessionId }: { offeringId: string; sessionId: string },
  named: readonly Named[],
): Promise<(GatheredFacts | null)[]> {
  const all: (GatheredFacts | null)[] = [];
  for (let at = 0; at < named.length; at += AT_ONCE) {
    const some = named.slice(at, at + AT_ONCE);
    // A plain column: under row policies an expression would keep the index of bookings from being used.
    const one = factsStatement({
      offeringId,
      sessionId,
      personId: sql`n.person_id`,
      childId: sql`n.child_id`,
      attendeeId: sql`n.attendee_id`,
    });
    const rows = await systemTx.db.execute<{ found: Found }>(sql`
      select f.found from unnest(${list(some.map((n) => n.personId))}::uuid[],
        ${list(some.map((n) => n.childId))}::uuid[],
        ${list(some.map((n) => n.childId ?? n.personId))}::uuid[])
        with ordinality as n(person_id, child_id, attendee_id, i)
      cross join lateral (${one}) f order by n.i`);
    if (rows.length !== some.length) throw new Error('an offering vanished under its lock');
    await addSegmentFact(
      systemTx,
      rows.map(({ found }, i) => ({ personId: some[i]?.personId ?? '', found })),
    );
    rows.forEach(({ found }, i) => {
      const missing = some[i]?.childId && !found.child;
      all.push(missing ? null : { found, facts: factsOf(found, systemTx.now) });
    });
  }
  return all;
}
