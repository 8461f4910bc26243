import type { ReactNode } from 'react';
import { Icon } from '../ui/icon';
import { DeskNav } from './desk-nav';
import type { DeskGroup } from './desk-places';
import { type Mark, SkipLink, Wordmark } from './wordmark';

interface DeskShellProps {
  mark: Mark;
  /** 某某区总工会 · 组织部 */
  scope: ReactNode;
  /** One field that finds people from every page; on wide screens only, the lists have their own. */
  search?: ReactNode;
  /** Bell, officer's name, way out. */
  tools?: ReactNode;
  groups: readonly DeskGroup[];
  /** Where the text mark leads: this officer's first entry. */
  home?: string;
  children: ReactNode;
}

/** The officer's desk: top bar, side navigation, work. On a phone the navigation folds into a menu. */
export function DeskShell({ mark, home = '/desk', ...props }: DeskShellProps) {
  const { scope, search, tools, groups, children } = props;
  return (
    <div className="desk flex min-h-screen flex-col">
      <SkipLink />
      <header className="no-print sticky top-0 z-20 flex min-h-12 flex-wrap items-center gap-x-4 border-b border-line bg-surface px-4">
        <div className="lg:w-[184px]">
          <Wordmark mark={mark} href={home} short />
        </div>
        <div className="hidden text-ink-2 sm:block">{scope}</div>
        {search && (
          <div className="mx-auto hidden w-full max-w-[340px] flex-initial lg:block">{search}</div>
        )}
        <div className="ml-auto flex items-center gap-1 text-table text-ink-2">{tools}</div>
      </header>
      <details className="no-print border-b border-line bg-page lg:hidden">
        <summary className="flex min-h-target items-center justify-between px-4">
          菜单
          <Icon name="chevron-down" className="turns" />
        </summary>
        <nav aria-label="菜单" className="px-2 pb-3">
          <DeskNav groups={groups} />
        </nav>
      </details>
      <div className="flex flex-auto items-stretch">
        <nav
          aria-label="主导航"
          className="no-print hidden w-nav flex-none border-r border-line px-2 pt-3 pb-6 lg:block"
        >
          <DeskNav groups={groups} />
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
