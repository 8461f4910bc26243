import type { ReactNode } from 'react';
import { AppLink } from './app-link';
import { cx } from './cx';

export interface TabItem {
  label: ReactNode;
  href: string;
  count?: number;
  current?: boolean;
}

/** Parts of one thing, each with its own address. */
export function Tabs({ tabs, label }: { tabs: readonly TabItem[]; label: string }) {
  return (
    <nav aria-label={label} className="no-print mb-4 border-b border-line">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.href} className="flex-none">
            <AppLink
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={cx(
                'relative inline-flex min-h-target items-center border-b-2 py-2 no-underline after:absolute after:-inset-x-2 after:inset-y-0',
                tab.current
                  ? 'border-brand-700 font-semibold text-ink'
                  : 'border-transparent text-ink-2',
              )}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="ml-[6px] text-secondary text-ink-3">{tab.count}</span>
              )}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where this stands: 区总 / 江南街道 / 新业态联合工会. */
export function Breadcrumbs({ trail }: { trail: readonly { label: string; href?: string }[] }) {
  // A phone has no room to say twice where one is: the title below says it.
  const isHere = (at: number) => at > 0 && at === trail.length - 1 && !trail[at]?.href;
  return (
    <nav aria-label="位置" className="no-print mb-[2px] text-table text-ink-3 max-lg:first:-mt-3">
      <ol className="flex flex-wrap">
        {trail.map((step, at) => (
          <li key={at} className={cx('flex items-center', isHere(at) && 'max-lg:hidden')}>
            {step.href ? (
              <AppLink
                href={step.href}
                className="relative inline-flex min-h-6 items-center text-ink-2 no-underline after:absolute after:-inset-x-2 after:inset-y-0 max-lg:min-h-target hover:underline"
              >
                {step.label}
              </AppLink>
            ) : (
              step.label
            )}
            {at < trail.length - 1 && (
              <span
                aria-hidden
                className={cx('mx-[6px] text-line-strong', isHere(at + 1) && 'max-lg:hidden')}
              >
                /
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
