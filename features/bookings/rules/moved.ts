import { meetingsOf, type Timed } from '@/features/offerings/rules/meetings';
import { formatDateTime } from '@/lib/dates';
import type { BookingStatus } from './booking';

/** Holds a place that nobody but its owner may be sure of still wanting. */
export const askedWhenMoved = [
  'pending',
  'sent_back',
  'booked',
] as const satisfies readonly BookingStatus[];

/**
 * Whether the question after a move stands: until its time, and only to who holds a place.
 * Source: domain.md §5.2.
 */
export const isAskedAboutMove = (
  b: { readonly status: BookingStatus; readonly answerBy?: Date | null },
  now: Date,
): boolean =>
  askedWhenMoved.some((status) => status === b.status) && !!b.answerBy && b.answerBy > now;

/** Whether two times are the same meetings; a new place alone is told and not asked. */
export const sameMeetings = (a: Timed, b: Timed): boolean => {
  const text = (t: Timed) => JSON.stringify(meetingsOf(t));
  return text(a) === text(b);
};

/**
 * Until when who holds a place in a moved session is asked whether it suits: so many hours, but never
 * past the middle of the time that is left, so that a place given back still has a taker.
 * Source: domain.md §5.2.
 */
export function answerDeadline(startsAt: Date, hours: number, now: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  return new Date(now.getTime() + Math.max(0, Math.min(hours * 3_600_000, left / 2)));
}

type Silence = 'keep' | 'release';

/** What happens to who says nothing. */
export const silenceWords: Record<Silence, string> = {
  keep: '到时没答复，名额仍为您留着',
  release: '到时没答复，名额给下一位',
};

/** The sentence under a booking whose session was moved, and of its notice. */
export const askWords = (until: Date, silence: Silence, now: Date): string =>
  `请在${formatDateTime(until, now)}前答复能不能来，${silenceWords[silence]}；来不了可以取消，不计次数`;
