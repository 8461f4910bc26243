import { meetingsOf, type Timed } from '@/features/offerings/rules/meetings';
import { todayOn } from '@/lib/dates';

/** Columns of one sheet: more leave no room to sign. */
const PER_SHEET = 10;

export interface SheetPart {
  /** `YYYY-MM-DD`, in order. */
  readonly days: readonly string[];
  /** 1, 2, 3 … as the address says it. */
  readonly no: number;
}

/**
 * The days a session meets, ten a sheet; a session of one sitting has one part of one day.
 * @returns all parts, and the one with the next meeting (the last once it is over)
 */
export function sheetParts(session: Timed, now: Date): { parts: SheetPart[]; next: number } {
  const days = [...new Set(meetingsOf(session).map(({ on }) => on))];
  const parts: SheetPart[] = [];
  for (let at = 0; at < days.length; at += PER_SHEET) {
    parts.push({ days: days.slice(at, at + PER_SHEET), no: parts.length + 1 });
  }
  const today = todayOn(now);
  const over = parts.filter((part) => part.days.every((on) => on < today)).length;
  return { parts, next: Math.min(over + 1, parts.length) };
}
