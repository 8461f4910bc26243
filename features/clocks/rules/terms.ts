import type { ClockTerms, Pause } from '@/lib/calendar/clock';

interface Stored extends Omit<ClockTerms, 'start'> {
  readonly startOn: string;
  readonly closesAt: string | null;
  readonly warnBefore: number | null;
}

/** A row of the table as the calculator takes it. */
export const termsOf = ({ startOn, ...row }: Stored) => ({
  start: startOn,
  unit: row.unit,
  length: row.length,
  rollsOver: row.rollsOver,
  silence: row.silence,
  pauses: row.pauses,
  extension: row.extension,
  closesAt: row.closesAt,
  warnBefore: row.warnBefore,
});

/** Whether a deadline stands still. */
export const isPaused = ({ pauses }: Pick<ClockTerms, 'pauses'>): boolean =>
  pauses.at(-1)?.to === null;

/** The pauses with one more that lasts, from the day `from` on. */
export const pausedFrom = (pauses: readonly Pause[], from: string): Pause[] => [
  ...pauses,
  { from, to: null },
];

/** The pauses with the last one ended: `to` counts again. */
export const resumedOn = (pauses: readonly Pause[], to: string): Pause[] =>
  pauses.map((pause) => (pause.to === null ? { ...pause, to } : pause));
