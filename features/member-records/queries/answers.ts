import 'server-only';
import { asc, eq } from 'drizzle-orm';
import type { recordSources } from '@/db/schema/enums';
import { recordAnswer, recordAnswers } from '@/db/schema/records';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import type { RecordField, RecordValues } from '../rules/fields';

/** One question that was ever answered; `value` is null once it was taken back. */
export interface RecordAnswer {
  readonly field: RecordField;
  readonly value: string | null;
  readonly source: (typeof recordSources)[number];
  readonly recordedAt: Date;
}

/** A person's answers opened; the row policies say whose. Only for who may see them whole, or masks them. */
export async function readRecordAnswers(tx: Ctx, personId: string): Promise<RecordAnswer[]> {
  const rows = await tx.db
    .select()
    .from(recordAnswers)
    .where(eq(recordAnswers.personId, personId))
    .orderBy(asc(recordAnswers.recordedAt));
  return rows.map(({ id, field, valueSealed, source, recordedAt }) => ({
    ...{ field, source, recordedAt },
    value: valueSealed === null ? null : openField(valueSealed, recordAnswer(id)),
  }));
}

/** Answers by their question: absent for one that was never answered. */
export const recordValuesOf = (answers: readonly RecordAnswer[]): RecordValues =>
  Object.fromEntries(answers.map(({ field, value }) => [field, value]));
