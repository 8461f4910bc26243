'use client';
import { cx } from '@/components/ui/cx';
import { useShown } from '@/features/bookings/components/reveal-all';
import { attendanceStateWords } from '../rules/attendance-status';
import type { CellState } from '../rules/grid-marks';

const short = { none: '', present: '到', absent: '缺', excused: '假' } as const;
const looks = {
  none: 'bg-surface text-ink-3',
  present: 'bg-success-50 text-success',
  absent: 'bg-error-50 text-error',
  excused: 'bg-warning-50 text-warning',
} as const;

interface CellProps {
  value: string;
  who: string;
  day: string;
  stored: CellState;
  /** Tapped and not saved. */
  tapped: CellState | undefined;
  /** A colleague was faster: look again. */
  changed: boolean;
  tap: () => void;
}

/** One person at one meeting: a button that sends itself until the script counts the taps. */
export function GridCell({ value, who, day, stored, tapped, changed, tap }: CellProps) {
  const shown = tapped ?? stored;
  return (
    <button
      type="submit"
      name="cell"
      value={value}
      onClick={(event) => {
        event.preventDefault();
        tap();
      }}
      aria-label={`${who}，${day}，${attendanceStateWords(shown)}${tapped ? '，还没保存' : ''}`}
      className={cx(
        'min-h-target min-w-target w-full rounded-input border font-semibold',
        looks[shown.state],
        tapped ? 'border-2 border-dashed border-ink' : 'border-line',
        changed && 'outline-2 outline-warning',
      )}
    >
      {short[shown.state] || '·'}
    </button>
  );
}

/** The cell of a day that cannot be marked now. */
export const StillCell = ({ stored }: { stored: CellState }) => (
  <span className="block text-center text-ink-2">
    <span aria-hidden>{short[stored.state] || '·'}</span>
    <span className="visually-hidden">{attendanceStateWords(stored)}</span>
  </span>
);

/** The name of a row; in whole once the page was looked at as one. */
export function GridName({
  bookingId,
  name,
  tail,
}: {
  bookingId: string;
  name: string;
  tail: string;
}) {
  const whole = useShown(bookingId);
  return (
    <>
      <b>{whole?.attendee ?? name}</b>
      {!whole && <span className="ml-1 text-meta text-ink-3">{tail}</span>}
    </>
  );
}
