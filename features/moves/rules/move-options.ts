import { sameMeetings } from '@/features/bookings/rules/moved';
import { type StoredSession, timedOf } from '@/features/offerings/rules/meetings';
import { type Seats, seatsLeft } from '@/features/offerings/rules/offering';
import { sessionWhen } from '@/features/offerings/rules/times';

interface Option extends StoredSession, Seats {
  readonly id: string;
  readonly title: string;
  readonly place: string;
}

/** A session that somebody might go to, with how many places it has, or why it has none. */
export function moveOption(
  s: Option,
  from: StoredSession,
  now: Date,
): { value: string; label: string; hint: string; disabled: boolean } {
  const left = seatsLeft(s);
  const isFull = left === 0 || s.waiting > 0;
  const queue = s.waiting > 0 ? `，${s.waiting} 人候补` : '';
  const places = isFull ? `${s.capacity} 个名额已满${queue}` : `剩 ${left} 个名额`;
  const hours = sameMeetings(timedOf(s), timedOf(from)) ? '，时间不变' : '';
  return {
    value: s.id,
    label: `${s.title}，${sessionWhen(timedOf(s), now)}`,
    hint: `${s.place}，${places}${hours}`,
    // A group's or a person's own place may still be theirs: the server says.
    disabled: isFull && (s.reserved ?? 0) === 0,
  };
}
