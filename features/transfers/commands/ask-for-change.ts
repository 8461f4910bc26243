import 'server-only';
import { and, eq, ne } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { transferRequests } from '@/db/schema/transfers';
import { findOccupation } from '@/features/members/queries/occupations';
import { transferPrefix } from '@/features/members/rules/numbers';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { ok, type Result, refuse } from '@/lib/result';
import { nextNumber } from '@/lib/running-number';
import { transaction } from '@/lib/transaction';
import { changeAskedNotice } from '../messages';
import { requestsIn } from '../rules/membership-requests';
import type { MembershipRequestInput } from '../schema/membership-request';
import { tellDesk } from '../steps/tell-desk';

async function ownMembership(tx: Ctx, personId: string) {
  const [row] = await tx.db
    .select({
      organisationId: memberships.organisationId,
      idIndex: people.idIndex,
      status: memberships.status,
      joinedOn: memberships.joinedOn,
    })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.personId, personId), ne(memberships.status, 'left')));
  return row ?? null;
}

/**
 * A member asks for 转会, another occupation or employer, 保留, 恢复 or 退会; the desk of the present union
 * answers (domain.md §1.5). Nothing changes before that. One open request of each kind.
 * Refuses `not_a_member`; `not_now` for what the status has not to offer; `day_out_of_range` for a day
 * before joining or to come; `unknown_occupation` for a code outside today's dictionary; `already_asked`
 * while one of the kind is open.
 */
export async function askForChange(
  ctx: Ctx,
  input: MembershipRequestInput,
): Promise<
  Result<
    { number: string },
    'not_a_member' | 'not_now' | 'day_out_of_range' | 'already_asked' | 'unknown_occupation'
  >
> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account' && actor.personId !== null);
    const { accountId, personId } = actor;
    const member = await ownMembership(tx, personId);
    if (!member) return refuse('not_a_member');
    const { kind } = input;
    if (!requestsIn[member.status].includes(kind)) return refuse('not_now');
    if (kind === 'work' && !(await findOccupation(tx, input.occupation, todayOn(tx.now)))) {
      return refuse('unknown_occupation', { fieldErrors: { occupation: '请从列表里重新选择' } });
    }
    const today = todayOn(tx.now);
    if (kind === 'retain' && (input.changeOn > today || input.changeOn < member.joinedOn)) {
      return refuse('day_out_of_range', {
        fieldErrors: { changeOn: '在入会以后、今天以前，请重新选择' },
      });
    }
    const number = receiptNumber(
      transferPrefix,
      today,
      await nextNumber(tx, receiptSeries(transferPrefix, today)),
    );
    const { organisationId, idIndex } = member;
    const asked =
      kind === 'work'
        ? { occupationCode: input.occupation, employerName: input.employerName }
        : kind === 'retain'
          ? { changeReason: input.changeReason, changeOn: input.changeOn }
          : { wish: input.wish };
    const [made] = await tx.db
      .insert(transferRequests)
      .values({
        ...{ id: newId(), number, kind, accountId, personId, idIndex, organisationId, ...asked },
        createdAt: tx.now,
      })
      .onConflictDoNothing()
      .returning({ id: transferRequests.id });
    if (!made) return refuse('already_asked');
    await recordAudit(tx, {
      action: 'ask_for_change',
      entityType: 'transfer_request',
      entityId: made.id,
      organisationId,
      after: { number, kind },
    });
    const union = await getOrganisation(tx, organisationId);
    const about = { id: made.id, number, kind, union: union.shortName };
    await notify(tx, { accountId, ...changeAskedNotice(about) });
    await tellDesk(tx, about, organisationId);
    return ok({ number });
  });
}
