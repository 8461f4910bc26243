import { timedOf } from '@/features/offerings/rules/meetings';
import { sessionWhen } from '@/features/offerings/rules/times';
import { formatDateTime } from '@/lib/dates';
import { type FieldValues, fillFields } from './fields';

/** One booking of the audience and one account that it is news to. */
export interface AudienceRow {
  readonly accountId: string;
  readonly hasPhone: boolean;
  readonly bookingId: string;
  readonly number: string;
  readonly attendee: string;
  readonly session: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly details: unknown;
  readonly place: string;
  readonly answerBy: Date | null;
}

export interface Recipient {
  readonly accountId: string;
  readonly hasPhone: boolean;
  /** The first of their bookings, which the message opens; null for who is of a 人群. */
  readonly bookingId: string | null;
  /** Of who is of a 人群, for the way to their page. */
  readonly personId?: string;
  /** Masked, all that they are told of. */
  readonly attendees: string;
  readonly number: string;
  readonly values: FieldValues;
}

const joined = (values: readonly string[]): string =>
  [...new Set(values.filter((value) => value !== ''))].join('；');

/**
 * The people of an audience, each account once: who has two children in a class, or two sessions of an
 * offering, reads one message with both. In the order of the rows.
 */
export function recipientsOf(rows: readonly AudienceRow[], title: string, now: Date): Recipient[] {
  const byAccount = new Map<string, AudienceRow[]>();
  for (const row of rows)
    byAccount.set(row.accountId, [...(byAccount.get(row.accountId) ?? []), row]);
  return [...byAccount].flatMap(([accountId, own]) => {
    const [first] = own;
    if (!first) return [];
    const values: FieldValues = {
      服务: title,
      场次: joined(own.map((row) => row.session)),
      时间: joined(own.map((row) => sessionWhen(timedOf(row), now))),
      地点: joined(own.map((row) => row.place)),
      预约号: joined(own.map((row) => row.number)),
      截止: joined(own.map((row) => (row.answerBy ? formatDateTime(row.answerBy, now) : ''))),
    };
    const { bookingId, hasPhone, number } = first;
    const attendees = joined(own.map((row) => row.attendee)).replaceAll('；', '、');
    return [{ accountId, bookingId, hasPhone, number, attendees, values }];
  });
}

interface Cost {
  readonly people: number;
  /** SMS that leave. */
  readonly texts: number;
  /** What the carrier counts for all of them. */
  readonly units: number;
  /** Units of the longest one. */
  readonly most: number;
  /** Texts that leave the words in the portal. */
  readonly pointers: number;
}

/** One text as filled in: what the carrier counts, and whether it says the words themselves. */
interface CountedText {
  readonly units: number;
  readonly isWhole: boolean;
}

/**
 * What sending would come to: people, texts and units.
 * @param smsOf the text of a person whose words are filled in, counted with its signature
 */
export function costOf(
  recipients: readonly Recipient[],
  text: string,
  bySms: boolean,
  smsOf: (filled: string) => CountedText,
): Cost {
  const reached = bySms ? recipients.filter(({ hasPhone }) => hasPhone) : [];
  const leaving = reached.map(({ values }) => smsOf(fillFields(text, values)));
  return {
    people: recipients.length,
    texts: reached.length,
    units: leaving.reduce((sum, { units }) => sum + units, 0),
    most: leaving.reduce((most, { units }) => Math.max(most, units), 0),
    pointers: leaving.filter(({ isWhole }) => !isWhole).length,
  };
}
