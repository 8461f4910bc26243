import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';

export interface QuietHours {
  /** Hour of the day in Shanghai, 0–24. */
  readonly quietFrom: number;
  readonly quietUntil: number;
}

/** The instant at which the clock on the day `on` shows `hour`; 24 is the next midnight. */
export function clockAt(on: string, hour: number): Date {
  const day = hour === 24 ? addDays(on, 1) : on;
  const at = parseLocalDateTime(`${day}T${String(hour % 24).padStart(2, '0')}:00`);
  if (!at) throw new RangeError('not an hour of the day');
  return at;
}

/** `at`, or the morning after when it lies in the quiet hours of a night. */
export function afterQuiet(at: Date, { quietFrom, quietUntil }: QuietHours): Date {
  if (quietFrom === quietUntil) return at;
  const on = todayOn(at);
  const [from, until] = [clockAt(on, quietFrom), clockAt(on, quietUntil)];
  if (quietFrom < quietUntil) return at >= from && at < until ? until : at;
  if (at < until) return until;
  return at >= from ? clockAt(addDays(on, 1), quietUntil) : at;
}
