import 'server-only';
import { sql } from 'drizzle-orm';
import { listOccupations } from '@/features/members/queries/occupations';
import { officerActor } from '@/lib/auth/officer-actor';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { within } from '@/lib/transaction';
import type { BookContext } from './book-work';
import type { Writing } from './write-members';

/** What stays the same for all rows of one book of members. */
export interface MemberContext extends BookContext {
  /** Accounts of the officers at work and of their families: those rows are others' to write (回避). */
  readonly households: ReadonlySet<string>;
  readonly writing: Writing;
  readonly occupationNames: ReadonlyMap<string, string>;
}

/** Asked in the officer's own name: as the system nobody has a household. */
async function householdOf(tx: Ctx, officerId: string, importId: string): Promise<string[]> {
  const actor = await officerActor(tx, officerId, importId);
  const rows = await within(tx, { ...tx, actor }, (officerTx) =>
    officerTx.db.execute<{ id: string }>(sql`select app_household() as id`),
  );
  return [officerId, ...rows.map(({ id }) => id)];
}

/** Reads it. Throws where the dictionary of occupations of today has no “other”. */
export async function memberContext(
  tx: Ctx,
  { id, uploadedBy, startedBy }: { id: string; uploadedBy: string; startedBy: string | null },
): Promise<MemberContext> {
  const occupations = await listOccupations(tx, todayOn(tx.now));
  const fallback = occupations.find(({ code }) => code === 'other') ?? occupations.at(-1);
  if (!fallback) throw new Error('no dictionary of occupations');
  const households = new Set<string>();
  for (const officerId of new Set([uploadedBy, startedBy ?? uploadedBy]))
    for (const one of await householdOf(tx, officerId, id)) households.add(one);
  return {
    importId: id,
    households,
    writing: { occupations, fallback },
    occupationNames: new Map(occupations.map(({ code, name }) => [code, name])),
  };
}
