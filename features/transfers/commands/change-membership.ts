import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { recordMembershipChange } from '@/features/members/steps/record-membership-change';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatFullDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { membershipChangedNotice } from '../messages';
import type { ChangeMembershipInput } from '../schema/membership-request';

const reasonOf = { restored: 'back_at_work', confirmed: 'union_founded' } as const;

/**
 * The union enters what it learned on paper, by phone or from the unit: 保留 with its reason, 恢复, or 预备 made 正式,
 * from a day on that may be past. The member is told and can object. Never one's own (回避). Throws NotFound
 * for a person who is no member within the officer's reach.
 * Refuses `own_case`; `day_out_of_range` before joining or after today; `not_now` when the status is
 * no longer the one the page showed.
 */
export async function changeMembership(
  ctx: Ctx,
  input: ChangeMembershipInput,
): Promise<Result<{ personId: string }, 'own_case' | 'day_out_of_range' | 'not_now'>> {
  return transaction(ctx, async (tx) => {
    const { type, personId, on, note } = input;
    const [member] = await tx.db
      .select({
        id: memberships.id,
        organisationId: memberships.organisationId,
        joinedOn: memberships.joinedOn,
        accountId: people.accountId,
      })
      .from(memberships)
      .innerJoin(people, eq(people.id, memberships.personId))
      .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
    if (!member) throw new NotFound('person');
    const { id: membershipId, organisationId, accountId } = member;
    authorize(canReviewApplication(tx.actor, await organisationPath(tx, organisationId)));
    if (await isOwnCase(tx, { accountId })) return refuse('own_case');
    if (on > todayOn(tx.now) || on < member.joinedOn) {
      return refuse('day_out_of_range', {
        fieldErrors: { on: '在入会以后、今天以前，请重新选择' },
      });
    }
    const reason = input.type === 'retained' ? input.reason : reasonOf[input.type];
    const before = await recordMembershipChange(tx, { membershipId, type, reason, note, on });
    if (!before) return refuse('not_now');
    await recordAudit(tx, {
      action: 'change_membership',
      entityType: 'membership',
      entityId: membershipId,
      organisationId,
      before: { status: before.status },
      after: { type, reason, on },
    });
    const union = await getOrganisation(tx, organisationId);
    const about = { id: membershipId, type, reason, on: formatFullDay(on), union: union.shortName };
    await notify(tx, { accountId, ...membershipChangedNotice(about) });
    return ok({ personId });
  });
}
