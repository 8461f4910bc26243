import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers } from '@/db/schema/organisations';
import type { Ctx } from '@/lib/ctx';
import type { RegisterStatus } from '../rules/status';

/**
 * A column over `register_entries` joined with `employers`: where the employer stands. What was typed, unless
 * it closed, belongs to an open union, or a founding is under way.
 */
export const shownStatus = (): SQL<RegisterStatus> => sql<RegisterStatus>`case
  when ${registerEntries.status} = 'ended' or ${employers.closedAt} is not null then 'ended'
  when ${employers.unionId} is not null and exists (select 1 from organisations u
    where u.id = ${employers.unionId} and u.closed_at is null) then 'founded'
  when exists (select 1 from founding_employers f
    where f.employer_id = ${registerEntries.employerId} and f.released_at is null) then 'preparing'
  else ${registerEntries.status} end`;

/** Where one employer of the register stands; it is there, the caller has locked it. */
export async function entryStatus(tx: Ctx, employerId: string): Promise<RegisterStatus> {
  const [row] = await tx.db
    .select({ status: shownStatus() })
    .from(registerEntries)
    .innerJoin(employers, sql`${employers.id} = ${registerEntries.employerId}`)
    .where(sql`${registerEntries.employerId} = ${employerId}`);
  if (!row) throw new Error('an entry that was locked is gone');
  return row.status;
}
