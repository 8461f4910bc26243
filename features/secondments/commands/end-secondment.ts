import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { memberships } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { secondments } from '@/db/schema/secondments';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction } from '@/lib/transaction';
import { secondmentEndedNotice } from '../messages';
import { lastDay, secondmentState } from '../rules/secondment';
import type { EndSecondmentInput } from '../schema';

/** The row as the officer sees it, then locked as the system, which alone writes it. */
async function lockSecondment(tx: Ctx, id: string) {
  const mine = eq(secondments.id, id);
  const [seen] = await tx.db
    .select({ organisationId: secondments.organisationId })
    .from(secondments)
    .where(mine);
  if (!seen) throw new NotFound('secondment');
  // The host reads it, and does not write it.
  const path = await organisationPath(tx, seen.organisationId);
  if (!canReviewApplication(tx.actor, path)) throw new NotFound('secondment');
  authorize(canReviewApplication(tx.actor, path));
  return bySystem(tx, async (systemTx) => {
    const [row] = await systemTx.db
      .select({
        row: secondments,
        accountId: people.accountId,
        membershipEndedOn: memberships.endedOn,
        hostUnion: organisations.shortName,
      })
      .from(secondments)
      .innerJoin(people, eq(people.id, secondments.personId))
      .innerJoin(memberships, eq(memberships.id, secondments.membershipId))
      .leftJoin(organisations, eq(organisations.id, secondments.hostId))
      .where(mine)
      .for('update', { of: secondments });
    if (!row) throw new NotFound('secondment');
    const { membershipEndedOn, accountId, hostUnion } = row;
    return { ...row.row, membershipEndedOn, accountId, host: row.row.hostName ?? hostUnion ?? '' };
  });
}

/**
 * The home union ends a secondment before its time, from the last day that it gives on; one that has not begun is
 * withdrawn. The member is told. Never one's own (回避). Throws NotFound for one that the officer's unions do not keep.
 * Refuses `own_case`; `secondment_over`; `not_within` for a day outside it.
 */
export async function endSecondment(
  ctx: Ctx,
  { secondmentId: id, endedOn, reason }: EndSecondmentInput,
): Promise<Result<{ personId: string }, 'own_case' | 'secondment_over' | 'not_within'>> {
  return transaction(ctx, async (tx) => {
    const row = await lockSecondment(tx, id);
    const { accountId, personId, organisationId, startsOn, host } = row;
    if (await isOwnCase(tx, { accountId })) return refuse('own_case');
    const state = secondmentState(row, todayOn(tx.now));
    if (state === 'over' || state === 'withdrawn') return refuse('secondment_over');
    const coming = state === 'coming';
    if (!coming && (endedOn < startsOn || endedOn > lastDay(row))) return refuse('not_within');
    const union = (await getOrganisation(tx, organisationId)).shortName;
    await bySystem(tx, async (systemTx) => {
      await systemTx.db
        .update(secondments)
        .set({
          ...(coming ? { withdrawnAt: sql`now()` } : { endedOn }),
          ...{ endReason: reason, endedBy: accountOf(tx.actor) },
        })
        .where(eq(secondments.id, id));
      const notice = secondmentEndedNotice({ id, host, union }, coming ? null : endedOn);
      await notify(systemTx, { accountId, ...notice });
    });
    await recordAudit(tx, {
      action: 'end_secondment',
      entityType: 'secondment',
      entityId: id,
      organisationId,
      before: { host, endsOn: row.endsOn },
      after: { endedOn: coming ? null : endedOn },
      reason,
    });
    return ok({ personId });
  });
}
