import type { ReactNode } from 'react';

type Fill = 'taken' | 'offered' | 'reserved' | 'special' | 'free';

export interface LedgerEntry {
  /** Which places these are; one line each. */
  key: string;
  label: ReactNode;
  count: number;
  fill: Fill;
}

const fills: Record<Fill, string> = {
  taken: 'bg-neutral',
  offered: 'bg-warning',
  reserved: 'bg-info',
  special: 'bg-bar-2',
  free: 'border-[1.5px] border-control bg-surface',
};

/** Where every place went: one bar, and the same in words with its number. */
export function Ledger({ entries }: { entries: readonly LedgerEntry[] }) {
  const sum = entries.reduce((total, entry) => total + entry.count, 0);
  return (
    <>
      <div
        aria-hidden="true"
        className="mt-1 mb-2 flex h-3 gap-[2px] overflow-hidden rounded-[3px]"
      >
        {entries
          .filter((entry) => entry.count > 0)
          .map((entry) => (
            <span
              key={entry.key}
              className={fills[entry.fill]}
              style={{ width: `${(100 * entry.count) / Math.max(1, sum)}%` }}
            />
          ))}
      </div>
      <ul className="text-table">
        {entries.map((entry) => (
          <li
            key={entry.key}
            className="flex items-baseline gap-2 border-b border-line py-[7px] last:border-b-0"
          >
            <span
              aria-hidden="true"
              className={`size-[10px] flex-none rounded-[2px] ${fills[entry.fill]}`}
            />
            <span className="min-w-0 flex-auto">{entry.label}</span>
            <b className="min-w-[2em] flex-none text-right">{entry.count}</b>
          </li>
        ))}
      </ul>
    </>
  );
}
