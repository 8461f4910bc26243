'use client';
import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';
import { Icon, type IconName } from './icon';

export interface Chip {
  label: ReactNode;
  href: string;
  current?: boolean;
  /** Behind the label. */
  icon?: IconName;
  /** Only while the screen is too narrow for what it leads to. */
  narrow?: boolean;
}

interface ChipsProps {
  chips: readonly Chip[];
  label: string;
  wrap?: boolean;
}

/** Filters as links: the state is the address. The chosen one is ink, not red. */
export function Chips({ chips, label, wrap }: ChipsProps) {
  return (
    <nav aria-label={label}>
      <ul className={cx('chips', wrap ? 'chips-wrap' : 'chips-row no-scrollbar')}>
        {chips.map((chip) => (
          <li key={chip.href} className={chip.narrow ? 'lg:hidden' : undefined}>
            <AppLink
              href={chip.href}
              aria-current={chip.current ? 'true' : undefined}
              className="chip"
            >
              {chip.label}
              {chip.icon && <Icon name={chip.icon} />}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
