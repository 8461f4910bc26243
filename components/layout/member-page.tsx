import type { ReactNode } from 'react';
import { cx } from '../ui/cx';
import { Title } from '../ui/title';
import { OfflineHelper } from './offline-helper';
import { type NavItem, TabBar, TopNav } from './tab-bar';
import { TextProbe } from './text-probe';
import { FlowBar, TopBar } from './top-bar';
import { type Mark, SkipLink } from './wordmark';

const places: readonly NavItem[] = [
  { label: '首页', href: '/', icon: 'home' },
  { label: '预约', href: '/services', icon: 'calendar' },
  { label: '办事', href: '/affairs', icon: 'clipboard' },
  { label: '我的', href: '/me', icon: 'user' },
];

interface TabPageProps {
  /** Which of the four places this is. */
  tab: '/' | '/services' | '/affairs' | '/me';
  mark: Mark;
  /** Unread notices, shown on 我的. */
  unread?: number;
  children: ReactNode;
  /** Wide content (lists, home) may use the whole desk width. */
  wide?: boolean;
}

const main = 'mx-auto w-full flex-auto px-gutter pt-2';
const inner = (wide?: boolean) =>
  wide ? 'max-w-member lg:max-w-[1200px]' : 'max-w-member lg:max-w-[720px]';

/** A page with the tab bar. */
export function TabPage({ tab, mark, unread, children, wide }: TabPageProps) {
  const items = places.map((item) => (item.href === '/me' ? { ...item, count: unread } : item));
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <OfflineHelper />
      <TextProbe />
      <TopBar mark={mark} navigation={<TopNav items={items} current={tab} />} />
      <main
        id="main"
        className={cx(
          main,
          inner(wide),
          'pb-[calc(var(--spacing-tabbar)+40px+env(safe-area-inset-bottom))] lg:pb-12',
        )}
      >
        {children}
      </main>
      <TabBar items={items} current={tab} />
    </div>
  );
}

interface FlowPageProps {
  backHref: string;
  backLabel?: string;
  children: ReactNode;
  wide?: boolean;
}

/** A page inside a flow: back link, no tab bar; the action bar belongs to its form. */
export function FlowPage({ backHref, backLabel, children, wide }: FlowPageProps) {
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <OfflineHelper />
      <TextProbe />
      <FlowBar backHref={backHref} backLabel={backLabel} />
      <main
        id="main"
        className={cx(main, inner(wide), 'flex flex-col pb-8 max-lg:has-data-action-bar:pb-0')}
      >
        {children}
      </main>
    </div>
  );
}

/** Title of a page and the sentence below it. */
export function PageHead({
  title,
  children,
  tools,
}: {
  title: ReactNode;
  children?: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3 desk:mb-4">
      <div className="min-w-0">
        <h1>{typeof title === 'string' ? <Title>{title}</Title> : title}</h1>
        {children && <div className="mt-2 text-secondary text-ink-2 desk:mt-0">{children}</div>}
      </div>
      {tools && <div className="no-print flex flex-none flex-wrap items-center gap-2">{tools}</div>}
    </div>
  );
}
