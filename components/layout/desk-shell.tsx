import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link';
import { cx } from '../ui/cx';
import { Icon, type IconName } from '../ui/icon';
import { Badge } from '../ui/tag';
import { SkipLink, Wordmark } from './wordmark';

export interface DeskItem {
  label: string;
  href: string;
  icon: IconName;
  count?: number;
  /** The count waits for this officer: red badge instead of grey figure. */
  urgent?: boolean;
}

export interface DeskGroup {
  title?: string;
  items: readonly DeskItem[];
}

interface DeskShellProps {
  name?: string;
  /** 港南区总工会 · 组织部 */
  scope: ReactNode;
  /** Search box, bell, officer's name. */
  tools?: ReactNode;
  groups: readonly DeskGroup[];
  current: string;
  children: ReactNode;
}

function NavLinks({ groups, current }: { groups: readonly DeskGroup[]; current: string }) {
  return groups.map((group, at) => (
    <div key={group.title ?? at}>
      {group.title && (
        <h2 className="px-3 pt-4 pb-1 text-meta font-normal text-ink-3">{group.title}</h2>
      )}
      <ul>
        {group.items.map((item) => {
          const here = item.href === current;
          return (
            <li key={item.href}>
              <AppLink
                href={item.href}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'relative flex min-h-9 items-center rounded-input px-3 no-underline bigger:min-h-target',
                  here
                    ? 'bg-surface font-semibold text-ink shadow-[inset_0_0_0_1px_#e4e0da]'
                    : 'text-ink-2 hover:bg-sunken',
                )}
              >
                {here && (
                  <span
                    aria-hidden
                    className="absolute inset-y-[9px] left-0 w-[3px] rounded-[2px] bg-brand-700"
                  />
                )}
                <Icon name={item.icon} className="mr-[10px] !size-[18px]" />
                {item.label}
                {item.count !== undefined && (
                  <span className="ml-auto text-meta text-ink-3">
                    {item.urgent && item.count > 0 ? (
                      <Badge label="件待办">{item.count}</Badge>
                    ) : (
                      item.count
                    )}
                  </span>
                )}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </div>
  ));
}

/** The officer's desk: top bar, side navigation, work. On a phone the navigation folds into a menu. */
export function DeskShell({
  name = '港南工会',
  scope,
  tools,
  groups,
  current,
  children,
}: DeskShellProps) {
  return (
    <div className="desk flex min-h-screen flex-col">
      <SkipLink />
      <header className="no-print sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-x-4 border-b border-line bg-surface px-4">
        <div className="lg:w-[184px]">
          <Wordmark name={name} href="/desk" />
        </div>
        <div className="hidden text-ink-2 sm:block">{scope}</div>
        <div className="ml-auto flex items-center gap-1 text-table text-ink-2">{tools}</div>
      </header>
      <details className="no-print border-b border-line bg-page lg:hidden">
        <summary className="flex min-h-11 items-center justify-between px-4">
          菜单
          <Icon name="chevron-down" className="turns" />
        </summary>
        <nav aria-label="菜单" className="px-2 pb-3">
          <NavLinks groups={groups} current={current} />
        </nav>
      </details>
      <div className="flex flex-auto items-stretch">
        <nav
          aria-label="主导航"
          className="no-print hidden w-nav flex-none border-r border-line px-2 pt-3 pb-6 lg:block"
        >
          <NavLinks groups={groups} current={current} />
        </nav>
        <main id="main" className="flex min-w-0 flex-auto flex-col">
          {children}
        </main>
      </div>
    </div>
  );
}

/** The padded work area of a desk page; the inbox fills the whole instead. */
export function DeskMain({ children }: { children: ReactNode }) {
  return <div className="min-w-0 flex-auto px-4 pt-5 pb-8 lg:px-6">{children}</div>;
}
