import 'server-only';
import { and, eq } from 'drizzle-orm';
import { recordAnswer, recordAnswers } from '@/db/schema/records';
import { accountOf } from '@/lib/actor';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { RecordAnswer } from '../queries/answers';
import type { RecordField } from '../rules/fields';

interface Written {
  readonly field: RecordField;
  readonly value: string | null;
}

/**
 * Writes answers of a person's 登记表 in the caller's transaction, each sealed in its own row; what was there before is
 * gone. The caller holds the person's row locked and has judged who may.
 */
export async function writeAnswers(
  tx: Ctx,
  personId: string,
  answers: readonly Written[],
  source: RecordAnswer['source'],
): Promise<void> {
  const stamp = { source, recordedBy: accountOf(tx.actor), recordedAt: tx.now };
  for (const { field, value } of answers) {
    const here = and(eq(recordAnswers.personId, personId), eq(recordAnswers.field, field));
    const [row] = await tx.db.select({ id: recordAnswers.id }).from(recordAnswers).where(here);
    const id = row?.id ?? newId();
    const valueSealed = value === null ? null : sealField(value, recordAnswer(id));
    if (row)
      await tx.db
        .update(recordAnswers)
        .set({ valueSealed, ...stamp })
        .where(here);
    else await tx.db.insert(recordAnswers).values({ id, personId, field, valueSealed, ...stamp });
  }
}
