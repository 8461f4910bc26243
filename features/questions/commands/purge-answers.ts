import 'server-only';
import { inArray } from 'drizzle-orm';
import { answers, purgeCertificates } from '@/db/schema/questions';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { sha256Hex } from '@/lib/crypto/token';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { sweep } from '@/lib/jobs/sweep';
import { receiptNumber, receiptSeries } from '@/lib/receipt-number';
import { nextNumber } from '@/lib/running-number';
import { transaction } from '@/lib/transaction';
import { type DueAnswer, findDueAnswers, findUnsentAnswers } from '../queries/due-answers';
import {
  type CertificateContent,
  certificateText,
  type PurgedQuestion,
  totals,
} from '../rules/certificate';

const prefix = 'SC';
/** So that one night with very many does not hold its locks for long. */
const BATCH = 1000;

function purgedOf(due: readonly DueAnswer[]): PurgedQuestion[] {
  const byQuestion = new Map<string, PurgedQuestion>();
  for (const { questionId, label, keptDays, hasFile } of due) {
    const sum = byQuestion.get(questionId) ?? { questionId, label, keptDays, answers: 0, files: 0 };
    const files = sum.files + (hasFile ? 1 : 0);
    byQuestion.set(questionId, { ...sum, answers: sum.answers + 1, files });
  }
  return [...byQuestion.values()];
}

/** Deletes one offering's due answers with their files, and writes down that it was done. */
async function purgeOne(tx: Ctx, rule: CertificateContent['rule'], due: readonly DueAnswer[]) {
  const [first] = due;
  if (!first) return;
  for (let from = 0; from < due.length; from += BATCH) {
    const ids = due.slice(from, from + BATCH).map((a) => a.answerId);
    await tx.db.delete(answers).where(inArray(answers.id, ids));
  }
  const { offeringId, organisationId, title } = first;
  const purged = purgedOf(due);
  const on = todayOn(tx.now);
  const number = receiptNumber(prefix, on, await nextNumber(tx, receiptSeries(prefix, on)));
  const content = { number, at: tx.now.toISOString(), offeringId, title, rule, purged };
  const hash = sha256Hex(certificateText(content));
  const id = newId();
  await tx.db.insert(purgeCertificates).values({
    ...content,
    ...totals(purged),
    id,
    at: tx.now,
    organisationId,
    purged: purged.map((q) => ({ ...q })),
    hash,
  });
  await recordAudit(tx, {
    action: 'purge_answers',
    entityType: 'purge_certificate',
    entityId: id,
    organisationId,
    after: { number, offering: offeringId, rule, ...totals(purged), hash },
  });
}

function byOffering(due: readonly DueAnswer[]): { id: string; part: DueAnswer[] }[] {
  const parts = new Map<string, DueAnswer[]>();
  for (const answer of due) {
    parts.set(answer.offeringId, [...(parts.get(answer.offeringId) ?? []), answer]);
  }
  return [...parts].map(([id, part]) => ({ id, part }));
}

/**
 * Deletes every answer and file whose days are over, and what was prepared but never sent (PIPL 19, 47).
 * Each offering leaves one certificate: which questions, how many answers, by which rule, and a hash of
 * its own text. Run by the system every night; each offering is a transaction of its own.
 * @returns how many answers went
 */
export async function purgeAnswers(ctx: Ctx): Promise<number> {
  authorize(ctx.actor.kind === 'system');
  let gone = 0;
  const rules = [
    ['retention', findDueAnswers],
    ['unsent', findUnsentAnswers],
  ] as const;
  for (const [rule, find] of rules) {
    const due = await transaction(ctx, (tx) => find(tx));
    await sweep('purge_answers', byOffering(due), async ({ part }) => {
      await transaction(ctx, (tx) => purgeOne(tx, rule, part));
      gone += part.length;
    });
  }
  return gone;
}
