import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { employers, organisations } from '@/db/schema/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { ok, type Refusal, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageEmployers } from '../policy';
import { getFederation } from '../queries/organisations';
import { organisationPath } from '../queries/scope';
import type { AddEmployerInput, EditEmployerInput } from '../schema/employer';
import { insertEmployer, nameAsRead } from '../steps/insert-employer';

interface Place {
  townId: string | null;
  unionId: string | null;
}

/**
 * Where an employer belongs for the question who may edit it: its town, else its union, else the district. Throws
 * Forbidden for a place that is not the actor's.
 */
export async function authorizeAt(tx: Ctx, { townId, unionId }: Place): Promise<void> {
  const place = townId ?? unionId ?? (await getFederation(tx)).id;
  authorize(canManageEmployers(tx.actor, await organisationPath(tx, place)));
}

type Refused = 'uscc_taken' | 'union_closed' | 'not_a_town';

/** The union must be open, the town must be one. */
async function placeRefusal(tx: Ctx, { townId, unionId }: Place): Promise<Refused | null> {
  const at = async (id: string | null) =>
    id ? (await tx.db.select().from(organisations).where(eq(organisations.id, id)))[0] : null;
  const [town, union] = [await at(townId), await at(unionId)];
  if (townId && town?.kind !== 'town_federation') return 'not_a_town';
  return unionId && (!union || union.closedAt) ? 'union_closed' : null;
}

/** The refusal `uscc_taken` beside its field, out of what the insert stumbled on. Throws every other error on. */
export function takenCode(error: unknown): Refusal<'uscc_taken'> {
  if (!violates(error, 'employers_uscc_idx')) throw error;
  return refuse('uscc_taken', { fieldErrors: { uscc: '已有单位登记了这个信用代码' } });
}

/**
 * Enters an employer, with or without a union (domain.md §2).
 * @audited-by insertEmployer
 * Refuses `uscc_taken` when another employer carries the 统一社会信用代码.
 */
export async function addEmployer(
  ctx: Ctx,
  input: AddEmployerInput,
): Promise<Result<{ id: string }, Refused>> {
  try {
    return await transaction(ctx, async (tx) => {
      await authorizeAt(tx, input);
      const refusal = await placeRefusal(tx, input);
      if (refusal) return refuse(refusal);
      return ok({ id: await insertEmployer(tx, input) });
    });
  } catch (error) {
    return takenCode(error);
  }
}

/**
 * Changes an employer, or which union it belongs to. Old and new place must both be the actor's. Throws
 * NotFound for an employer that is not there or closed.
 * Refuses `uscc_taken` when another employer carries the 统一社会信用代码.
 * @returns refuses `stale` when someone else saved since the page was shown
 */
export async function editEmployer(
  ctx: Ctx,
  input: EditEmployerInput,
): Promise<Result<{ id: string }, Refused | 'stale'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const { id, version, name, ...rest } = input;
      const [row] = await tx.db.select().from(employers).where(eq(employers.id, id)).for('update');
      if (!row || row.closedAt) throw new NotFound('employer');
      await authorizeAt(tx, row);
      await authorizeAt(tx, input);
      const refusal = await placeRefusal(tx, input);
      if (refusal) return refuse(refusal);
      if (row.version !== version) return refuse('stale');
      await tx.db
        .update(employers)
        .set({ ...rest, ...nameAsRead(name), version: sql`${employers.version} + 1` })
        .where(and(eq(employers.id, id), eq(employers.version, version)));
      const shown = (e: typeof row | EditEmployerInput) => ({
        ...{ name: e.name, uscc: e.uscc, unionId: e.unionId, townId: e.townId },
      });
      await recordAudit(tx, {
        action: 'edit_employer',
        entityType: 'employer',
        entityId: id,
        organisationId: input.unionId ?? input.townId,
        before: shown(row),
        after: shown(input),
      });
      return ok({ id });
    });
  } catch (error) {
    return takenCode(error);
  }
}
