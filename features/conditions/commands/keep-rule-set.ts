import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { ruleSets } from '@/db/schema/rules';
import { canManageOfferings } from '@/features/offerings/policy';
import { lockOffering } from '@/features/offerings/steps/lock-offering';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import type { RemoveRuleSetInput, SaveRuleSetInput } from '../schema/change-rules';

/**
 * Keeps a set of conditions under a name, for the next offering of the same kind at this organiser and
 * below it. A name is used once.
 * Refuses `invalid` when the name is used already.
 */
export async function saveRuleSet(
  ctx: Ctx,
  { offeringId, title, rules }: SaveRuleSetInput,
): Promise<Result<{ offeringId: string; setId: string }, 'invalid'>> {
  const save = () =>
    transaction(ctx, async (tx) => {
      const { offering, path } = await lockOffering(tx, offeringId);
      authorize(canManageOfferings[offering.kind](tx.actor, path));
      const { kind, organisationId } = offering;
      const id = newId();
      const createdBy = accountOf(tx.actor);
      const row = { id, organisationId, kind, title, rules, createdBy, createdAt: tx.now };
      await tx.db.insert(ruleSets).values(row);
      await recordAudit(tx, {
        action: 'save_rule_set',
        entityType: 'rule_set',
        entityId: id,
        organisationId,
        after: { kind, title, rules },
      });
      return ok({ offeringId, setId: id });
    });
  try {
    return await save();
  } catch (error) {
    if (!violates(error, 'rule_sets_title_idx')) throw error;
    return refuse('invalid', { fieldErrors: { title: '这个名称已经有了，请换一个' } });
  }
}

/**
 * Takes a kept set off the list; offerings made from it are untouched. Throws NotFound for a set of another
 * kind or organiser, or one already taken off.
 */
export async function removeRuleSet(
  ctx: Ctx,
  { setId, offeringId }: RemoveRuleSetInput,
): Promise<Result<{ offeringId: string }>> {
  return transaction(ctx, async (tx) => {
    const { offering, path } = await lockOffering(tx, offeringId);
    authorize(canManageOfferings[offering.kind](tx.actor, path));
    const [set] = await tx.db
      .update(ruleSets)
      .set({ removedAt: tx.now })
      .where(
        and(
          eq(ruleSets.id, setId),
          eq(ruleSets.kind, offering.kind),
          eq(ruleSets.organisationId, offering.organisationId),
          isNull(ruleSets.removedAt),
        ),
      )
      .returning({ title: ruleSets.title });
    if (!set) throw new NotFound('rule set');
    await recordAudit(tx, {
      action: 'remove_rule_set',
      entityType: 'rule_set',
      entityId: setId,
      organisationId: offering.organisationId,
      before: { title: set.title },
    });
    return ok({ offeringId });
  });
}
