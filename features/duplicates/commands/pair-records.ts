import 'server-only';
import { and, eq } from 'drizzle-orm';
import { duplicatePairs } from '@/db/schema/duplicates';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { countAttempt } from '@/lib/limits/rate-limit';
import { ok, type Result, refuse } from '@/lib/result';
import { bySystem, transaction, within } from '@/lib/transaction';
import { canMergeRecords } from '../policy';
import { employerNamed, type NamedRecord, personNamed } from '../queries/named-records';
import type { PairRecordsInput } from '../schema/duplicates';
import { pairingLimit } from '../settings';
import { storePairs } from '../steps/store-pairs';

const inReach = async (tx: Ctx, record: NamedRecord | null): Promise<boolean> =>
  record !== null && canMergeRecords(tx.actor, await organisationPath(tx, record.organisation_id));

type Refusal = 'too_many' | 'no_such_record' | 'one_record';

/**
 * Two records that an officer knows to be one, though the search did not find them: they are looked at like any
 * other pair. Who is not within reach is not there, and how often one may try is counted.
 * Refuses `too_many` beyond the day's limit; `no_such_record`; `one_record` when both are the same.
 * @returns the pair, also one that was there already
 */
export async function pairRecords(
  ctx: Ctx,
  { kind, first, second }: PairRecordsInput,
): Promise<Result<{ pairId: string }, Refusal>> {
  authorize(canMergeRecords.anywhere(ctx.actor));
  const by = accountOf(ctx.actor) ?? '';
  if ((await countAttempt(ctx, pairingLimit, by)) > 0) return refuse('too_many');
  return transaction(ctx, async (tx): Promise<Result<{ pairId: string }, Refusal>> => {
    const named = kind === 'person' ? personNamed : employerNamed;
    const found = async (typed: string) => {
      const record = await bySystem(tx, (systemTx) => named(systemTx, typed));
      return (await inReach(tx, record)) ? record : null;
    };
    const [one, other] = [await found(first), await found(second)];
    const missing = '没有找到，或不在您负责的范围';
    if (!one || !other)
      return refuse('no_such_record', {
        fieldErrors: { ...(!one && { first: missing }), ...(!other && { second: missing }) },
      });
    if (one.id === other.id) return refuse('one_record');
    const [a, b] = one.id < other.id ? [one, other] : [other, one];
    const at = (record: NamedRecord) => ({
      id: record.id,
      organisationId: record.organisation_id,
    });
    const pair = and(eq(duplicatePairs.aId, a.id), eq(duplicatePairs.bId, b.id));
    const pairId = await within(tx, asSystem(tx), async (systemTx) => {
      const read = () =>
        systemTx.db.select({ id: duplicatePairs.id }).from(duplicatePairs).where(pair);
      const [known] = await read();
      if (known) return known.id;
      const clauses = [{ clause: 'chosen', points: 0 }];
      await storePairs(systemTx, kind, [{ a: at(a), b: at(b), points: 0, clauses, stamp: '' }], {
        whole: false,
      });
      const [made] = await read();
      if (!made) throw new Error('the pair was not stored');
      return made.id;
    });
    await recordAudit(tx, {
      action: 'pair_records',
      entityType: 'duplicate_pair',
      entityId: pairId,
      after: { kind },
    });
    return ok({ pairId });
  });
}
