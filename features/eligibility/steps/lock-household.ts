import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { type GatheredFacts, gatherFacts } from '../queries/facts';
import type { Subject } from '../queries/facts-statement';
import type { Facts } from '../rules/facts';

/** Whether a place of one counts for others of the family: then they wait for each other. */
const sharedLimit = ({ offering: { rules } }: Facts): boolean =>
  [rules.personLimit, rules.familyLimit, rules.familyYearLimit].some((most) => most !== undefined);

/**
 * Makes the families of these people wait for whatever else books for one of them, until this
 * transaction ends. Every one of a family is locked, in order, so that two who share only a child meet.
 */
export async function lockFamilies(tx: Ctx, personIds: readonly string[]): Promise<void> {
  const ids = `{${personIds.join(',')}}`;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('family:' || f.id, 0))
    from (select distinct member::text as id from unnest(${ids}::uuid[]) p
      cross join lateral family_of(p) member order by 1) f`);
}

/**
 * Where a notice limits places by person or family, bookings of one family in different sessions wait
 * for each other, and the facts are read again behind that lock. It is taken after the capacity row and
 * each booking holds one of both, so the two cannot wait in a circle.
 * @returns the facts as they are behind the lock; null when the offering is not to be seen any more
 */
export async function lockHousehold(
  tx: Ctx,
  subject: Subject & { personId: string },
  gathered: GatheredFacts,
): Promise<GatheredFacts | null> {
  if (!sharedLimit(gathered.facts)) return gathered;
  await lockFamilies(tx, [subject.personId]);
  return gatherFacts(tx, subject);
}
