import 'server-only';
import { eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import { organisationPath } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { isUuid } from '@/lib/ids';
import { read } from '@/lib/transaction';
import { canKeepRecords } from '../policy';
import { asked, byDocument, fieldOrder, isSensitive } from '../rules/fields';
import { readRecordAnswers, recordValuesOf } from './answers';
import { listChoices, wordsOf } from './dictionary';

/**
 * What the desk reads of a member's 登记表: the answers, the sensitive ones only as given. Null for who may not, for a
 * person outside the officer's unions, and for one who has left.
 */
export async function findMemberRecord(ctx: Ctx, personId: string) {
  if (!isUuid(personId)) return null;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ unionId: people.unionId })
      .from(people)
      .where(eq(people.id, personId));
    const reached =
      row?.unionId && canKeepRecords(tx.actor, await organisationPath(tx, row.unionId));
    if (!reached) return null;
    const answers = await readRecordAnswers(tx, personId);
    const words = await wordsOf(tx, answers);
    const given = fieldOrder.filter((field) => words[field] !== undefined);
    const { ethnicity = [] } = await listChoices(tx, todayOn(tx.now));
    return {
      personId,
      lines: given.map((field) => ({
        ...{ field, label: asked[field].label },
        /** Null: on request only. */
        shown: isSensitive(field) ? null : (words[field] ?? ''),
      })),
      /** 民族 was answered once, so that the desk may put it right. */
      correctable: recordValuesOf(answers)[byDocument] !== undefined,
      ethnicities: ethnicity,
    };
  });
}

export type MemberRecord = NonNullable<Awaited<ReturnType<typeof findMemberRecord>>>;
