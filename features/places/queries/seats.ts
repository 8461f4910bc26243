import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { isForPerson } from '@/features/offerings/queries/visible-offering';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';

/** Places of a session: capacity, taken, waiting. Numbers only, so that the answer stays small. */
export type SeatCount = readonly [capacity: number, taken: number, waiting: number];
export type SeatCounts = Readonly<Record<string, SeatCount>>;

async function seatsOf(ctx: Ctx, offeringId: string, seen: SQL): Promise<SeatCounts | null> {
  const [row] = await ctx.db.execute<{ seats: SeatCounts | null }>(sql`
    select (select json_object_agg(c.session_id, json_build_array(c.capacity, c.taken, c.waiting))
      from session_capacity c join offering_sessions s on s.id = c.session_id
      where s.offering_id = o.id and s.ends_at > now()) as seats
    from offerings o where o.id = ${offeringId}::uuid and ${seen}`);
  return row ? (row.seats ?? {}) : null;
}

/**
 * The places of an offering's sessions as they are now. What everyone may see is one statement without
 * a transaction, since counts are nobody's data; what is for one subtree asks who reads.
 * @param reader who reads, asked only when the offering is not for everyone
 * @returns null for a draft, an unknown id, and what this reader may not see
 */
export async function findSeats(
  ctx: Ctx,
  offeringId: string,
  reader: () => Promise<Ctx>,
): Promise<SeatCounts | null> {
  if (!isUuid(offeringId)) return null;
  const open = await seatsOf(ctx, offeringId, isForPerson(null));
  if (open) return open;
  const known = await reader();
  const person = known.actor.kind === 'account' ? known.actor.personId : null;
  if (!person) return null;
  const mine = isForPerson(person);
  return read(known, (tx) => seatsOf(tx, offeringId, mine));
}
