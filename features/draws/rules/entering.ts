import type { Allocation } from '@/db/schema/enums';
import type { Entered, Places } from '@/features/places/rules/places';
import type { DrawStatus } from './status';

export interface DrawState {
  readonly allocation: Allocation;
  readonly equalMinutes: number | undefined;
  readonly bookingOpensAt: Date | null;
  /** How far the session's draw is; null before anyone entered. */
  readonly status: DrawStatus | null;
}

const MINUTE = 60_000;

/** End of 开放后 N 分钟内同等对待; null where arrival order counts from the first second. */
export function equalUntil(
  s: Pick<DrawState, 'allocation' | 'equalMinutes' | 'bookingOpensAt'>,
): Date | null {
  if (s.allocation !== 'first_come' || !s.equalMinutes || !s.bookingOpensAt) return null;
  return new Date(s.bookingOpensAt.getTime() + s.equalMinutes * MINUTE);
}

/** Whether places of this offering are drawn at all. */
export const isDrawn = (s: Pick<DrawState, 'allocation' | 'equalMinutes'>): boolean =>
  s.allocation === 'draw' ||
  s.allocation === 'priority' ||
  (s.allocation === 'first_come' && s.equalMinutes !== undefined);

/**
 * What the next comer does: enter the draw, take what is free or queue, or come too late for a list
 * that is sealed. In the opening minutes everyone enters; who comes after them, but before they are
 * drawn, enters behind them and is not drawn (docs/draw.md §6).
 */
export function wayIn(s: DrawState, now: Date): 'enter' | 'book' | 'frozen' {
  if (!isDrawn(s) || s.status === 'drawn') return 'book';
  if (s.allocation !== 'first_come') {
    return s.status === null || s.status === 'announced' ? 'enter' : 'frozen';
  }
  const until = equalUntil(s);
  if (until === null) return 'book';
  return now < until || s.status !== null ? 'enter' : 'book';
}

/** An entry: a number out of the session's own counter, and no place. */
export const entryGranted = (places: Places): Entered => ({
  status: 'entered',
  queueNo: null,
  entryNo: places.queueNext,
  carveOutId: null,
  places: { ...places, queueNext: places.queueNext + 1 },
});
