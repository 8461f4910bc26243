import 'server-only';
import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import { classChecklist, classStaff } from '@/db/schema/childcare';
import { canManageChildcare } from '@/features/offerings/policy';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { type ClassFacts, type ClassPlace, manageClass } from '../queries/class-access';
import { carriesOver } from '../rules/readiness';
import type { CopyClassInput } from '../schema/class';
import { copyStaffLine } from '../steps/copy-staff';
import { GONE } from '../steps/forget-staff';

/** What of the checklist was ticked and is not of one class alone, with the day it was done. */
async function copyItems(tx: Ctx, { sessionId, fromId, items }: CopyClassInput, to: ClassFacts) {
  const wanted = items.filter(carriesOver);
  if (wanted.length === 0) return [];
  const rows = await tx.db
    .select()
    .from(classChecklist)
    .where(and(eq(classChecklist.sessionId, fromId), inArray(classChecklist.item, wanted)));
  if (rows.length === 0) return [];
  const recordedBy = accountOf(tx.actor);
  const values = rows.map((row) => ({
    ...row,
    sessionId,
    organiserId: to.organiserId,
    recordedBy,
  }));
  await tx.db.insert(classChecklist).values(values).onConflictDoNothing();
  return rows.map((row) => row.item);
}

/**
 * 照上一班登记: takes the ticked staff of an earlier class of the same organiser over, each with the
 * check while it counts, and the ticked items of its checklist that are not about its children. Throws
 * NotFound when either class is not the officer's to manage, or they have different organisers.
 * Refuses `nothing_ticked` without a person or an item.
 */
export async function copyClass(
  ctx: Ctx,
  input: CopyClassInput,
): Promise<Result<ClassPlace, 'nothing_ticked'>> {
  return transaction(ctx, async (tx): Promise<Result<ClassPlace, 'nothing_ticked'>> => {
    const { sessionId, fromId } = input;
    const [facts, from] = [await manageClass(tx, sessionId), await manageClass(tx, fromId)];
    authorize(canManageChildcare(tx.actor, await organisationPath(tx, facts.organiserId)));
    if (from.organiserId !== facts.organiserId) throw new NotFound('class');
    if (input.staff.length + input.items.length === 0) return refuse('nothing_ticked');
    const lines = await tx.db
      .select()
      .from(classStaff)
      .where(
        and(
          eq(classStaff.sessionId, fromId),
          inArray(classStaff.id, input.staff),
          isNull(classStaff.removedAt),
          ne(classStaff.name, GONE),
        ),
      );
    const staff = [];
    for (const line of lines) {
      const id = await copyStaffLine(tx, line, facts);
      if (id) staff.push({ staff: id, name: maskName(line.name), role: line.role });
    }
    const items = await copyItems(tx, input, facts);
    await recordAudit(tx, {
      action: 'copy_class_staff',
      entityType: 'offering_session',
      entityId: sessionId,
      organisationId: facts.organiserId,
      after: { from: fromId, staff, items },
    });
    return ok({ sessionId, offeringId: facts.offeringId });
  });
}
