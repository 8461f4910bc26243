import { type SeatNumbers, type SeatState, seatState, seatWords } from '../rules/seat-words';

const words: Record<SeatState, string> = {
  free: 'text-ink',
  low: 'text-warning',
  full: 'text-ink-2',
};
const bars: Record<SeatState, string> = { free: 'bg-neutral', low: 'bg-warning', full: 'bg-ink-3' };

/** Places: words first, bar second, colour third. The bar shows what the words say: what is left. */
export function SeatMeter({ note, ...seats }: SeatNumbers & { note?: string }) {
  const state = seatState(seats);
  const { strong, rest, waiting } = seatWords(seats);
  const left = Math.max(0, seats.capacity - seats.taken);
  const width = `${Math.min(100, Math.round((100 * left) / Math.max(1, seats.capacity)))}%`;
  return (
    <span className="block text-secondary">
      <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-ink-2">
        <span>
          <b className={words[state]}>{strong}</b>
          {rest}
        </span>
        {(note ?? waiting) && <span>{note ?? waiting}</span>}
      </span>
      <span aria-hidden className="mt-1 block h-[6px] overflow-hidden rounded-[3px] bg-track">
        <span className={`block h-full rounded-[3px] ${bars[state]}`} style={{ width }} />
      </span>
    </span>
  );
}
