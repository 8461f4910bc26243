import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';

interface StatProps {
  label: ReactNode;
  figure: ReactNode;
  unit?: string;
  note?: ReactNode;
  /** The list that it counts; without one it is only read. */
  href?: string | undefined;
  late?: boolean;
}

const box =
  'relative block min-w-0 px-4 py-[10px] text-ink before:absolute before:inset-y-4 before:left-0 before:border-l before:border-line odd:max-lg:before:hidden lg:first:before:hidden xlarge:max-lg:before:hidden';

/** One figure of the dashboard; it opens the list it counts. */
export function Stat({ label, figure, unit, note, href, late }: StatProps) {
  const content = (
    <>
      <span className="block text-table text-ink-2">{label}</span>
      <span className="mt-[2px] block text-[1.75rem] leading-[2.25rem] font-semibold">
        {figure}
        {unit && <small className="ml-1 text-table font-normal text-ink-2">{unit}</small>}
      </span>
      {note && (
        <span className={cx('block text-meta', late ? 'text-error' : 'text-ink-3')}>{note}</span>
      )}
    </>
  );
  if (!href) return <div className={box}>{content}</div>;
  return (
    <AppLink href={href} className={cx(box, 'no-underline hover:bg-sunken')}>
      {content}
    </AppLink>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-2 rounded-card border border-line bg-surface py-1 lg:grid-cols-4 xlarge:max-lg:grid-cols-1">
      {children}
    </div>
  );
}
