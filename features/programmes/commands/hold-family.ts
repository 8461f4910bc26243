import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { type GatheredFacts, gatherFacts } from '../queries/facts';
import type { Subject } from '../queries/facts-statement';

/**
 * Where a notice limits places by person or family, bookings of one family in different sessions wait
 * for each other, and the facts are read again behind that lock. It is taken after the capacity row and
 * each booking holds one of both, so the two cannot wait in a circle.
 */
export async function holdFamily(
  tx: Ctx,
  subject: Subject,
  gathered: GatheredFacts,
): Promise<GatheredFacts | null> {
  const { personLimit, familyLimit } = gathered.facts.offering.rules;
  if (personLimit === undefined && familyLimit === undefined) return gathered;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('family:' || coalesce(
    (select min(other.person_id::text) from guardians mine
      join guardians other on other.child_id = mine.child_id and other.status = 'confirmed'
      where mine.person_id = ${subject.personId}::uuid and mine.status = 'confirmed'),
    ${subject.personId}::text), 0))`);
  return gatherFacts(tx, subject);
}
