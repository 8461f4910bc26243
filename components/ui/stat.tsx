import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';

interface StatProps {
  label: ReactNode;
  figure: ReactNode;
  unit?: string;
  note?: ReactNode;
  href: string;
  late?: boolean;
}

/** One figure of the dashboard; it opens the list it counts. */
export function Stat({ label, figure, unit, note, href, late }: StatProps) {
  return (
    <AppLink
      href={href}
      className="relative block min-w-0 border-line px-4 py-[14px] text-ink no-underline hover:bg-sunken sm:not-first:border-l"
    >
      <span className="block text-table text-ink-2">{label}</span>
      <span className="mt-[2px] block text-[1.75rem] leading-[2.25rem] font-semibold">
        {figure}
        {unit && <small className="ml-1 text-table font-normal text-ink-2">{unit}</small>}
      </span>
      {note && (
        <span className={cx('block text-meta', late ? 'text-error' : 'text-ink-3')}>{note}</span>
      )}
    </AppLink>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return (
    <div className="grid rounded-card border border-line bg-surface sm:grid-cols-2 lg:grid-cols-4">
      {children}
    </div>
  );
}
