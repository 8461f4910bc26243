import 'server-only';
import { asc } from 'drizzle-orm';
import { recordDictionary } from '@/db/schema/records';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { asked, type RecordField } from '../rules/fields';
import type { RecordAnswer } from './answers';

const entries = (tx: Ctx) =>
  tx.db
    .select()
    .from(recordDictionary)
    .orderBy(asc(recordDictionary.field), asc(recordDictionary.sort));

type Entry = Awaited<ReturnType<typeof entries>>[number];

const isInForce = ({ validFrom, validTo }: Entry, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo >= day);

export interface RecordChoice {
  readonly value: string;
  readonly label: string;
}

/**
 * What each question may be answered with on a day, in the order of the national list; a question of free text is not in it.
 * @param day `YYYY-MM-DD`
 */
export async function listChoices(
  tx: Ctx,
  day: string,
): Promise<Partial<Record<RecordField, readonly RecordChoice[]>>> {
  const inForce = (await entries(tx)).filter((entry) => isInForce(entry, day));
  const of = (field: RecordField): RecordChoice[] =>
    inForce
      .filter((entry) => entry.field === field)
      .map(({ code, name }) => ({ value: code, label: name }));
  const listed = [...new Set(inForce.map(({ field }) => field))];
  return Object.fromEntries(listed.map((field) => [field, of(field)]));
}

/** Each answer in words, by the dictionary of the day it was given; a code that was never on it as it stands. */
export async function wordsOf(
  tx: Ctx,
  answers: readonly RecordAnswer[],
): Promise<Partial<Record<RecordField, string>>> {
  const all = answers.length > 0 ? await entries(tx) : [];
  const said = ({ field, value, recordedAt }: RecordAnswer): string => {
    if (value === null || asked[field].longest) return value ?? '';
    const named = all.filter((entry) => entry.field === field && entry.code === value);
    const then = named.find((entry) => isInForce(entry, todayOn(recordedAt)));
    return (then ?? named.at(-1))?.name ?? value;
  };
  return Object.fromEntries(
    answers.filter(({ value }) => value !== null).map((answer) => [answer.field, said(answer)]),
  );
}
