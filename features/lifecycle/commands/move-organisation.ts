import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { passEscalated } from '@/features/applications/steps/pass-applications';
import { followParent } from '@/features/founding/steps/follow-parent';
import { canManageOrganisations } from '@/features/organisations/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { decideMove, type MoveRefusal } from '@/features/organisations/rules/changes';
import { followTown } from '@/features/organisations/steps/follow-town';
import { hasHome, lockOrganisation, lockTree } from '@/features/organisations/steps/place';
import { passSides } from '@/features/transfers/steps/pass-sides';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import type { MoveOrganisationInput } from '../schema';

/**
 * Puts an organisation, with all below it, under another parent. Roles held above the old place end
 * there and those above the new one begin, at once: scope is read from the tree. What lies with the level above,
 * an application or a side of a transfer that was passed up, lies with the new one. Throws NotFound when
 * either of them is not there.
 * Refuses `stale` when someone else saved since the page was shown.
 * @returns refuses a circle, a kind that does not fit, a closed parent, a stale page
 */
export async function moveOrganisation(
  ctx: Ctx,
  input: MoveOrganisationInput,
): Promise<Result<{ id: string }, MoveRefusal | 'stale'>> {
  return transaction(ctx, async (tx) => {
    await lockTree(tx);
    const row = await lockOrganisation(tx, input.id);
    const parent = await lockOrganisation(tx, input.parentId);
    if (!row || !parent) throw new NotFound('organisation');
    const parentPath = await organisationPath(tx, parent.id);
    authorize(canManageOrganisations(tx.actor, await organisationPath(tx, row.id)));
    authorize(canManageOrganisations(tx.actor, parentPath));
    const home = await hasHome(tx, parent.id);
    const verdict = decideMove(row, { ...parent, hasHome: home }, parentPath);
    if (!verdict.ok) return refuse(verdict.reason);
    const [saved] = await tx.db
      .update(organisations)
      .set({ parentId: parent.id, version: sql`${organisations.version} + 1` })
      .where(and(eq(organisations.id, row.id), eq(organisations.version, input.version)))
      .returning({ id: organisations.id });
    if (!saved) return refuse('stale');
    await followTown(tx, [row.id], parent.townId);
    const above = { unionId: row.id, before: row.parentId ?? row.id, after: parent.id };
    await bySystem(tx, async (systemTx) => {
      await passEscalated(systemTx, above);
      await passSides(systemTx, above);
      await followParent(systemTx, above);
    });
    await recordAudit(tx, {
      action: 'move_organisation',
      entityType: 'organisation',
      entityId: row.id,
      organisationId: row.id,
      before: { parentId: row.parentId },
      after: { parentId: parent.id, parent: parent.name },
      reason: input.reason,
    });
    return ok({ id: row.id });
  });
}
