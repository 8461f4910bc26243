import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { read } from '@/lib/transaction';
import { asked, byDocument, fieldOrder, isSensitive } from '../rules/fields';
import { readRecordAnswers, recordValuesOf } from './answers';
import { listChoices, type RecordChoice, wordsOf } from './dictionary';

/** The signed-in member's own 登记表 with what may be answered today; null for who has no 会籍. */
export async function findMyRecord(ctx: Ctx) {
  const { actor } = ctx;
  if (actor.kind !== 'account' || actor.personId === null) return null;
  const { personId } = actor;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ unionId: people.unionId })
      .from(people)
      .where(eq(people.id, personId));
    if (!row?.unionId) return null;
    const answers = await readRecordAnswers(tx, personId);
    const [values, words] = [recordValuesOf(answers), await wordsOf(tx, answers)];
    const choices = await listChoices(tx, todayOn(tx.now));
    /** A word that has gone off the list stays chosen until the member picks another. */
    const withOwn = (field: (typeof fieldOrder)[number]): readonly RecordChoice[] => {
      const listed = choices[field] ?? [];
      const own = values[field];
      if (typeof own !== 'string' || listed.some(({ value }) => value === own)) return listed;
      return [{ value: own, label: words[field] ?? own }, ...listed];
    };
    const lines = fieldOrder.map((field) => ({
      ...{ field, value: values[field] ?? '', word: words[field] ?? null, ...asked[field] },
      options: asked[field].longest ? null : withOwn(field),
    }));
    return {
      lines,
      /** Given once: the member takes it back, or the desk puts it right. */
      locked: values[byDocument] !== undefined,
      agreed: answers.some(({ field, value }) => isSensitive(field) && value !== null),
      filled: answers.filter(({ value }) => value !== null).length,
    };
  });
}

export type MyRecord = NonNullable<Awaited<ReturnType<typeof findMyRecord>>>;
