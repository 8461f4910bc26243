import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { deputies } from '@/db/schema/identity';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import type { Ctx } from '@/lib/ctx';
import { formatDayRange, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { deputyEnded, deputyNamed } from '../messages';
import { isActingOfficer, mayLendRoles } from '../policy';
import { listColleagues, listDeputyships } from '../queries/deputies';
import { isOwnFamily } from '../queries/own-case';
import { type DeputyFacts, type DeputyRefusal, refusalToNameDeputy } from '../rules/deputy';
import type { NameDeputy } from '../schema/deputy';
import { deputyDaysMost } from '../settings';
import { lockAccount } from '../steps/role-facts';

/** Both accounts are locked in one order, so that two who name each other at once come one after the other. */
async function gather(tx: Ctx, me: string, input: NameDeputy): Promise<DeputyFacts> {
  for (const id of [me, input.deputyId].sort()) await lockAccount(tx, id);
  const { startsOn, endsOn } = input;
  const { most } = await readSettings(tx, { most: deputyDaysMost });
  const touching = await listDeputyships(tx, [me, input.deputyId], input);
  const colleagues = await listColleagues(tx);
  return {
    startsOn,
    endsOn,
    most,
    today: todayOn(tx.now),
    secondFactorRecent: hasRecentSecondFactor(tx),
    isOwn: await isOwnFamily(tx, input.deputyId),
    isColleague: colleagues.some(({ id }) => id === input.deputyId),
    ownDeputy: touching.find((one) => one.officer_id === me)?.deputy ?? null,
    actsFor: touching.find((one) => one.deputy_id === me)?.officer ?? null,
    deputyOfDeputy: touching.find((one) => one.officer_id === input.deputyId)?.deputy ?? null,
  };
}

/**
 * Names who acts for the officer on leave (domain.md §4.2): the deputy has the officer’s roles on these days, at
 * the next request, and none the day after. What is done so stands in the ledger as 代. Asks for a recent second
 * factor.
 * Refuses `days_wrong`, `too_long` with `most`; `not_colleague`; `has_deputy`, `acts_for` and `deputy_away` with
 * `name` where a deputy would have a deputy.
 */
export async function nameDeputy(
  ctx: Ctx,
  input: NameDeputy,
): Promise<Result<{ deputyshipId: string }, DeputyRefusal>> {
  return transaction(ctx, async (tx) => {
    authorize(mayLendRoles(tx.actor));
    const me = tx.actor.accountId;
    const facts = await gather(tx, me, input);
    const refusal = refusalToNameDeputy(facts);
    const name = facts.ownDeputy ?? facts.actsFor ?? facts.deputyOfDeputy ?? '';
    if (refusal) return refuse(refusal, { detail: { most: facts.most, name } });
    const id = newId();
    await tx.db.insert(deputies).values({ id, officerId: me, ...input });
    const { deputyId, startsOn, endsOn, reason } = input;
    await recordAudit(tx, {
      action: 'name_deputy',
      entityType: 'account',
      entityId: deputyId,
      after: { from: startsOn, to: endsOn },
      reason,
    });
    const days = formatDayRange(startsOn, endsOn, facts.today);
    const notice = deputyNamed(tx.actor.displayName, days);
    await notify(tx, { accountId: deputyId, ...notice, dedupeKey: `deputy:${id}` });
    return ok({ deputyshipId: id });
  });
}

/**
 * Ends a deputyship before its last day: the deputy’s next request no longer has the roles. Only by who lent
 * them. Throws NotFound for another’s, or one that is over.
 */
export async function endDeputy(
  ctx: Ctx,
  { deputyshipId }: { deputyshipId: string },
): Promise<Result<{ deputyshipId: string }>> {
  return transaction(ctx, async (tx) => {
    authorize(isActingOfficer(tx.actor));
    const [ended] = await tx.db
      .update(deputies)
      .set({ endedAt: tx.now })
      .where(
        and(
          eq(deputies.id, deputyshipId),
          eq(deputies.officerId, tx.actor.accountId),
          isNull(deputies.endedAt),
        ),
      )
      .returning({ deputyId: deputies.deputyId });
    if (!ended) throw new NotFound('deputyship');
    await recordAudit(tx, {
      action: 'end_deputy',
      entityType: 'account',
      entityId: ended.deputyId,
    });
    await notify(tx, {
      accountId: ended.deputyId,
      ...deputyEnded(tx.actor.displayName),
      dedupeKey: `deputy:${deputyshipId}:ended`,
    });
    return ok({ deputyshipId });
  });
}
