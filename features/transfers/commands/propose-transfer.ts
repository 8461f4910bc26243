import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { lockMembership } from '@/features/members/steps/lock-membership';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { countAttempt } from '@/lib/limits/rate-limit';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { currentMembership, type NoTarget, transferTarget } from '../queries/transfer-target';
import type { ProposeTransferInput } from '../schema/two-sides';
import { proposalLimit } from '../settings';
import { openTransfer } from '../steps/open-transfer';
import { setSide } from '../steps/set-side';
import { tellMember } from '../steps/tell-sides';

/** Whose card that is, when the name is theirs; null says nothing of which of the two was wrong. */
const holderOf = (tx: Ctx, memberNo: string, name: string) =>
  bySystem(tx, async (systemTx) => {
    const [found] = await systemTx.db
      .select({ personId: people.id })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(
        and(
          eq(memberships.memberNo, memberNo),
          ne(memberships.status, 'left'),
          eq(people.name, name),
        ),
      );
    return found ? currentMembership(systemTx, found.personId) : null;
  });

type ProposalRefusal = 'too_many' | 'no_such_member' | 'own_case' | 'transfer_open' | NoTarget;

/**
 * The new union asks for a member whom it knows by card number and name; it consents by asking. Nothing begins before
 * the member confirms on the phone, and a number that fits no name is no answer to whose it is.
 * Refuses `too_many` beyond the day's limit; `no_such_member`; `own_case` for one's own or one's family's;
 * `transfer_open` while another one is; those of `transferTarget`.
 */
export async function proposeTransfer(
  ctx: Ctx,
  { toId, memberNo, name }: ProposeTransferInput,
): Promise<Result<{ id: string }, ProposalRefusal>> {
  authorize(ctx.actor.kind === 'account');
  const { accountId } = ctx.actor;
  if ((await countAttempt(ctx, proposalLimit, accountId)) > 0) return refuse('too_many');
  return transaction(ctx, async (tx): Promise<Result<{ id: string }, ProposalRefusal>> => {
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, toId)));
    const member = await holderOf(tx, memberNo, name);
    if (!member) {
      return refuse('no_such_member', { fieldErrors: { memberNo: '会员号和姓名对不上' } });
    }
    if (await isOwnCase(tx, { accountId: member.accountId })) return refuse('own_case');
    const target = await transferTarget(tx, member.fromId, toId);
    if (!target.ok) return target;
    const { name: _name, ...whose } = member;
    if (!(await lockMembership(tx, member.membershipId))) return refuse('no_such_member');
    const made = await bySystem(
      tx,
      async (systemTx): Promise<Result<string, 'transfer_open' | 'union_closed'>> => {
        const opened = await openTransfer(systemTx, {
          ...{ ...whose, toId, status: 'proposed' as const, askedBy: accountId },
          ...{ employerId: null, employerName: null },
        });
        if (!opened.ok) return opened;
        const agreed = await setSide(systemTx, opened.value, 'in', {
          ...{ status: 'agreed' as const, agreedOn: todayOn(tx.now) },
          ...{ answeredAt: tx.now, answeredBy: accountId },
        });
        await tellMember(systemTx, agreed, 'in', 'proposed');
        return ok(opened.value.transfer.id);
      },
    );
    if (!made.ok) return made;
    const id = made.value;
    await recordAudit(tx, {
      action: 'propose_transfer',
      entityType: 'transfer',
      entityId: id,
      organisationId: toId,
      after: { to: target.value.shortName },
    });
    return ok({ id });
  });
}
