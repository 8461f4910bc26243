import type { ReactNode } from 'react';

export interface TimelineEntry {
  title: ReactNode;
  /** When, and who (a department, not a name). */
  meta?: ReactNode;
  body?: ReactNode;
  /** `now`: where the case stands; `next`: what comes; default: done. */
  when?: 'done' | 'now' | 'next';
}

/** The way of a case: what happened, where it stands, what comes next. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry, at) => (
        <li
          key={at}
          aria-current={entry.when === 'now' ? 'step' : undefined}
          data-when={entry.when ?? 'done'}
        >
          <p className={entry.when === 'next' ? 'text-ink-2' : 'font-semibold'}>{entry.title}</p>
          {entry.meta && <p className="text-secondary text-ink-2">{entry.meta}</p>}
          {entry.body && <div className="mt-1">{entry.body}</div>}
        </li>
      ))}
    </ol>
  );
}

/** Numbered steps of a procedure (办事指南). */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="steps">{children}</ol>;
}

export function Bullets({ children }: { children: ReactNode }) {
  return <ul className="bullets">{children}</ul>;
}
