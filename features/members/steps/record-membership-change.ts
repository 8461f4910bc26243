import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipChanges, memberships } from '@/db/schema/membership';
import { endOffices } from '@/features/offices/steps/end-offices';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { bySystem } from '@/lib/transaction';
import { type ChangeReason, type ChangeType, changeTypeRules } from '../rules/membership-life';

export type MembershipRow = typeof memberships.$inferSelect;

export interface MembershipChange {
  readonly membershipId: string;
  readonly type: ChangeType;
  readonly reason?: ChangeReason | null | undefined;
  readonly note?: string | null | undefined;
  /** The day from which it counts, YYYY-MM-DD; of what ends a 会籍 its last day. */
  readonly on: string;
  readonly applicationId?: string;
}

/**
 * The one writer of a 会籍's status and of its 会籍变化 line: locks the row, looks at the table of states, writes
 * both or neither; whoever leaves holds no office of the union any more. Recorded as of now, counting from `on`. As the system, since a row may lie at another
 * union; the caller has judged who may. Throws for a reason that the type does not know.
 * @returns the row as it was before; null when its status no longer allows the change
 */
export function recordMembershipChange(
  tx: Ctx,
  change: MembershipChange,
): Promise<MembershipRow | null> {
  const { membershipId, type, reason = null, note = null, on, applicationId } = change;
  const rule = changeTypeRules[type];
  if (reason !== null && !rule.reasons.includes(reason)) throw new Error(`${type}: ${reason}`);
  return bySystem(tx, async (systemTx) => {
    const mine = eq(memberships.id, membershipId);
    const [before] = await systemTx.db.select().from(memberships).where(mine).for('update');
    if (!before || !rule.from.some((status) => status === before.status)) return null;
    if (rule.to !== null) {
      const ended = rule.to === 'left' ? { endedOn: on } : {};
      await systemTx.db
        .update(memberships)
        .set({ status: rule.to, ...ended })
        .where(mine);
    }
    const { personId, organisationId, isNewForm } = before;
    await systemTx.db
      .insert(membershipChanges)
      .values({
        ...{ id: newId(), membershipId, personId, organisationId, isNewForm },
        ...{ type, reason, note, on, applicationId },
        provisional: type === 'joined' && before.status === 'provisional',
      })
      .onConflictDoNothing();
    if (rule.to === 'left')
      await endOffices(systemTx, {
        ...{ organisationId, personId, on },
        reason: type === 'moved_out' ? 'transferred' : 'left_union',
      });
    return before;
  });
}
