import 'server-only';
import { eq } from 'drizzle-orm';
import { unitLists } from '@/db/schema/unit-lists';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { canSubmitUnitList } from '../policy';

export type UnitListRow = typeof unitLists.$inferSelect;

/** Locks a list for an officer of the union that made it, or of one above; others' is NotFound. */
export async function lockUnitList(
  tx: Ctx,
  id: string,
): Promise<{ list: UnitListRow; path: string[] }> {
  const [list] = await tx.db.select().from(unitLists).where(eq(unitLists.id, id)).for('update');
  if (!list) throw new NotFound('unit_list');
  const path = await organisationPath(tx, list.organisationId);
  if (!canSubmitUnitList(tx.actor, path)) throw new NotFound('unit_list');
  return { list, path };
}
