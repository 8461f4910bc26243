import 'server-only';
import { lockMembership } from '@/features/members/steps/lock-membership';
import { findEmployer } from '@/features/organisations/queries/find-employers';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { currentMembership, type NoTarget, transferTarget } from '../queries/transfer-target';
import type { StartTransferInput } from '../schema/two-sides';
import { openTransfer } from '../steps/open-transfer';
import { setSide } from '../steps/set-side';
import { startSideClock } from '../steps/side-clock';
import { tellMember, tellSide } from '../steps/tell-sides';

/**
 * A member asks for 转会, in one step: both unions are asked at once, each with its own last day; nothing of the 会籍
 * changes before both consent (domain.md §1.5).
 * Refuses `not_a_member`; `transfer_open` while another one is; those of `transferTarget`.
 */
export async function startTransfer(
  ctx: Ctx,
  { toId, employerId, employerName }: StartTransferInput,
): Promise<Result<{ id: string }, 'not_a_member' | 'transfer_open' | NoTarget>> {
  return transaction(ctx, async (tx) => {
    authorize(tx.actor.kind === 'account' && tx.actor.personId !== null);
    const member = await currentMembership(tx, tx.actor.personId);
    if (!member) return refuse('not_a_member');
    const target = await transferTarget(tx, member.fromId, toId);
    if (!target.ok) return target;
    const employer = employerId ? await findEmployer(tx, employerId) : null;
    const { name: _name, ...whose } = member;
    if (!(await lockMembership(tx, member.membershipId))) return refuse('not_a_member');
    const made = await bySystem(
      tx,
      async (systemTx): Promise<Result<string, 'transfer_open' | 'union_closed'>> => {
        const opened = await openTransfer(systemTx, {
          ...{ ...whose, toId, status: 'open' as const, askedBy: null },
          employerId: employer?.id ?? null,
          employerName: employer?.name ?? employerName,
        });
        if (!opened.ok) return opened;
        const today = todayOn(tx.now);
        let locked = opened.value;
        for (const side of ['out', 'in'] as const) {
          const dueOn = await startSideClock(
            systemTx,
            opened.value.transfer.id,
            `transfer_${side}`,
            today,
          );
          locked = await setSide(systemTx, locked, side, { dueOn });
          await tellSide(systemTx, locked, side, 'asked');
        }
        await tellMember(systemTx, locked, 'out', 'asked');
        return ok(opened.value.transfer.id);
      },
    );
    if (!made.ok) return made;
    const id = made.value;
    await recordAudit(tx, {
      action: 'start_transfer',
      entityType: 'transfer',
      entityId: id,
      organisationId: member.fromId,
      after: { to: target.value.shortName },
    });
    return ok({ id });
  });
}
