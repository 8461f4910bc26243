import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { recordConsent } from '@/features/identity/steps/record-consent';
import { withdrawConsent } from '@/features/identity/steps/withdraw-consent';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { readRecordAnswers, recordValuesOf } from '../queries/answers';
import { listChoices } from '../queries/dictionary';
import {
  asked,
  changesOf,
  isSensitive,
  type RecordChange,
  type RecordField,
  type RecordValues,
} from '../rules/fields';
import { sensitiveConsent } from '../rules/texts';
import type { FillRecordInput } from '../schema';
import { writeAnswers } from '../steps/write-answers';

const hasSensitive = (values: RecordValues): boolean =>
  (Object.keys(values) as RecordField[]).some(
    (field) => isSensitive(field) && typeof values[field] === 'string',
  );

/** Which given answers are on no list of today; a field that is on none is free text. */
async function notListed(tx: Ctx, changes: readonly RecordChange[]) {
  const choices = await listChoices(tx, todayOn(tx.now));
  return changes.filter(
    ({ field, value }) =>
      value !== null &&
      !asked[field].longest &&
      !choices[field]?.some((choice) => choice.value === value),
  );
}

/**
 * 我的登记表: the member answers what they like, and changes or takes back what they said; the ledger names the
 * questions, never the answers. 民族 is given once, then the desk's with the document (domain.md §1.2; ADR 0052).
 * Refuses `no_membership` without a 会籍; `nothing_changed`; `at_counter` for 民族 a second time; `not_listed` for
 * what is on no list of today; `no_consent` when something sensitive is new and the box is empty.
 */
export async function fillRecord(
  ctx: Ctx,
  { consent, ...sent }: FillRecordInput,
): Promise<Result<{ changed: number }>> {
  return transaction(ctx, async (tx) => {
    const { actor } = tx;
    authorize(actor.kind === 'account');
    const { personId, accountId } = actor;
    const [person] = personId
      ? await tx.db
          .select({ unionId: people.unionId })
          .from(people)
          .where(eq(people.id, personId))
          .for('update')
      : [];
    if (!personId || !person?.unionId) return refuse('no_membership');
    const stored = recordValuesOf(await readRecordAnswers(tx, personId));
    const changes = changesOf(stored, sent);
    if (changes === 'at_counter') return refuse('at_counter');
    if (changes.length === 0) return refuse('nothing_changed');
    const [wrong] = await notListed(tx, changes);
    if (wrong) return refuse('not_listed', { fieldErrors: { [wrong.field]: '请重新选择' } });
    const after = { ...stored, ...Object.fromEntries(changes.map((c) => [c.field, c.value])) };
    const [had, has] = [hasSensitive(stored), hasSensitive(after)];
    if (has && !had && !consent)
      return refuse('no_consent', { fieldErrors: { consent: '请勾选，或把这三项留空' } });
    if (has && !had)
      await recordConsent(tx, accountId, sensitiveConsent, { type: 'person', id: personId });
    if (had && !has) await withdrawConsent(tx, sensitiveConsent.purpose, personId);
    await writeAnswers(tx, personId, changes, 'self');
    const labels = (of: (change: RecordChange) => boolean) =>
      changes.filter(of).map(({ field }) => asked[field].label);
    await recordAudit(tx, {
      action: 'fill_record',
      entityType: 'person',
      entityId: personId,
      organisationId: person.unionId,
      after: {
        filled: labels(({ wasGiven, value }) => !wasGiven && value !== null),
        changed: labels(({ wasGiven, value }) => wasGiven && value !== null),
        takenBack: labels(({ value }) => value === null),
      },
    });
    return ok({ changed: changes.length });
  });
}
