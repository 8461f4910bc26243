import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { recordMerges } from '@/db/schema/duplicates';
import { accountPhone } from '@/db/schema/identity';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notify, sendSms } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { recordsMergedNotice, recordsMergedText } from '../messages';
import { canMergeRecords } from '../policy';
import { personObstacles, type TwoIds } from '../queries/obstacles';
import { type MergePerson, readTwoPeople } from '../queries/two-people';
import type { Obstacle } from '../rules/obstacles';
import type { MergePeopleInput } from '../schema/duplicates';
import { closePair, lockPair } from '../steps/lock-pair';
import { lockTwoPeople } from '../steps/lock-two';
import { mergeColumns } from '../steps/merge-columns';
import { authorizeBoth } from './authorize-both';

const phoneOf = (p: MergePerson) => openField(p.phone_sealed, accountPhone(p.account_id));

/** The number that stays is told inside and by text; the other, which opens nothing any more, by text alone. */
async function tellBoth(
  systemTx: Ctx,
  {
    mergeId,
    stays,
    number,
    dropped,
  }: Record<'stays' | 'number' | 'dropped', MergePerson> & {
    mergeId: string;
  },
): Promise<void> {
  const tail = number.phone_tail;
  await notify(systemTx, {
    accountId: stays.account_id,
    ...recordsMergedNotice({ mergeId, tail }),
  });
  const phone = phoneOf(dropped);
  if (phone !== '' && dropped.phone_released_at === null) {
    const dedupeKey = `merge:${mergeId}:dropped`;
    await sendSms(systemTx, { ...recordsMergedText(tail), phone, dedupeKey, urgent: false });
  }
}

/** Where the merge is looked at, as its pair, and why. */
interface More {
  readonly organisationId: string;
  readonly reason: string;
}

async function mergeTwo(
  tx: Ctx,
  mergeId: string,
  { stays, goes }: Record<'stays' | 'goes', MergePerson>,
  { chosen, organisationId, reason }: More & { chosen: Parameters<typeof mergeColumns>[2] },
): Promise<void> {
  const mergedBy = accountOf(tx.actor);
  if (!mergedBy) throw new NotFound('actor');
  await within(tx, asSystem(tx), async (systemTx) => {
    await systemTx.db.insert(recordMerges).values({
      ...{ id: mergeId, kind: 'person' as const, survivorId: stays.id, loserId: goes.id },
      ...{ organisationId, reason, changes: [] },
      ...{ mergedBy, mergedAt: tx.now },
    });
    const changes = await mergeColumns(systemTx, { stays, goes }, chosen);
    await systemTx.db.update(recordMerges).set({ changes }).where(eq(recordMerges.id, mergeId));
    await systemTx.db.execute(sql`
      select move_merged_rows(${mergeId}::uuid, 'person', ${goes.id}::uuid, ${stays.id}::uuid)`);
    await systemTx.db.execute(sql`select move_merged_rows(${mergeId}::uuid, 'account',
      ${goes.account_id}::uuid, ${stays.account_id}::uuid)`);
    const number = chosen.phone;
    await tellBoth(systemTx, { mergeId, stays, number, dropped: number === stays ? goes : stays });
  });
}

type Refusal = 'step_up' | 'answered' | 'own_case' | Obstacle;

/**
 * Makes one record of two of the same person: bookings, certificates and all that is theirs follow the one that
 * stays, whoever signs in with the chosen number goes on, both numbers are told, and it can be undone. Rows locked
 * in order, so two that merge each other end with one. Throws NotFound for a pair outside the officer's unions,
 * Forbidden without the right at both unions.
 * Refuses `step_up` without a recent second factor; `answered` when the pair was decided or one record stands no
 * more; `own_case` for one's own or one's family's; an `Obstacle` that has to be dealt with first.
 */
export async function mergePeople(
  ctx: Ctx,
  input: MergePeopleInput,
): Promise<Result<{ mergeId: string }, Refusal>> {
  authorize(canMergeRecords.anywhere(ctx.actor));
  if (!hasRecentSecondFactor(ctx)) return refuse('step_up');
  return transaction(ctx, async (tx) => {
    const pair = await lockPair(tx, input.pairId, 'person');
    const ids: TwoIds = [pair.aId, pair.bId];
    const { a, b, obstacles } = await within(tx, asSystem(tx), async (systemTx) => {
      const stand = await lockTwoPeople(systemTx, ids);
      const [first, second] = stand ? await readTwoPeople(systemTx, ids) : [];
      const found = stand ? await personObstacles(systemTx, ids) : [];
      return { a: first, b: second, obstacles: found };
    });
    if (pair.status === 'merged' || !a || !b) return refuse('answered');
    await authorizeBoth(tx, [a.organisation_id, b.organisation_id]);
    for (const { account_id: accountId } of [a, b])
      if (await isOwnCase(tx, { accountId })) return refuse('own_case');
    const [first] = obstacles;
    if (first) return refuse(first);
    const of = (side: 'a' | 'b') => (side === 'a' ? a : b);
    const stays = of(input.survivor);
    const goes = stays === a ? b : a;
    const chosen = { name: of(input.name), document: of(input.document), phone: of(input.phone) };
    const mergeId = newId();
    const { organisationId } = pair;
    const more = { chosen, organisationId, reason: input.reason };
    await mergeTwo(tx, mergeId, { stays, goes }, more);
    await closePair(tx, pair.id, goes.id);
    await recordAudit(tx, {
      action: 'merge_people',
      entityType: 'record_merge',
      entityId: mergeId,
      organisationId,
      before: { records: [a.id, b.id] },
      after: { stays: stays.id, name: input.name, document: input.document, phone: input.phone },
      reason: input.reason,
    });
    return ok({ mergeId });
  });
}
