import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';

export interface Chip {
  label: ReactNode;
  href: string;
  current?: boolean;
}

const look =
  'inline-flex max-w-full items-center min-h-target px-[14px] rounded-tag border text-secondary no-underline desk:px-3';

/** Filters as links: the state is the address. The chosen one is ink, not red. */
export function Chips({
  chips,
  label,
  wrap,
}: {
  chips: readonly Chip[];
  label: string;
  wrap?: boolean;
}) {
  return (
    <nav aria-label={label}>
      <ul
        className={cx(
          'flex gap-2',
          wrap
            ? 'flex-wrap [&>li]:max-w-full'
            : 'no-scrollbar -mx-gutter overflow-x-auto px-gutter pb-1 desk:mx-0 desk:flex-wrap desk:px-0',
        )}
      >
        {chips.map((chip) => (
          <li key={chip.href} className="flex-none">
            <AppLink
              href={chip.href}
              aria-current={chip.current ? 'true' : undefined}
              className={cx(
                look,
                chip.current
                  ? 'border-ink bg-ink text-white'
                  : 'border-line-strong bg-surface text-ink',
              )}
            >
              {chip.label}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Days side by side: 周一 6/22. */
export function DayStrip({
  days,
  label,
}: {
  days: readonly { href: string; top: string; bottom: string; current?: boolean; off?: boolean }[];
  label: string;
}) {
  return (
    <nav aria-label={label}>
      <ul className="no-scrollbar -mx-gutter flex gap-2 overflow-x-auto px-gutter pb-1">
        {days.map((day) => (
          <li key={day.href}>
            <AppLink
              href={day.href}
              aria-current={day.current ? 'date' : undefined}
              className={cx(
                'block min-h-[60px] min-w-[60px] rounded-card border px-2 py-[6px] text-center leading-snug no-underline',
                day.current
                  ? 'border-ink bg-ink text-white'
                  : 'border-line-strong bg-surface text-ink',
                day.off && 'bg-transparent text-ink-3',
              )}
            >
              <span className="block text-meta">{day.top}</span>
              <b>{day.bottom}</b>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
