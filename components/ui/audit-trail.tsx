import type { ReactNode } from 'react';

export interface TrailLine {
  at: ReactNode;
  who: ReactNode;
  what: ReactNode;
}

/** 经过: time, who, what; one line each. */
export function AuditTrail({ lines }: { lines: readonly TrailLine[] }) {
  return (
    <ol className="mt-1 text-table">
      {lines.map((line, at) => (
        <li key={at} className="flex flex-wrap gap-x-5 py-1 text-ink-2">
          <span className="min-w-[8em] whitespace-nowrap">{line.at}</span>
          <span className="min-w-[5em]">{line.who}</span>
          <span className="min-w-0 flex-[1_1_16em] text-ink">{line.what}</span>
        </li>
      ))}
    </ol>
  );
}
