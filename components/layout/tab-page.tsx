'use client';
import type { ReactNode } from 'react';
import { mainClass } from './main-class';
import { OfflineHelper } from './offline-helper';
import { type NavItem, TabBar, TopNav } from './tab-bar';
import { TextProbe } from './text-probe';
import { TopBar } from './top-bar';
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

/** A page with the tab bar. The same frame four times: it is drawn where it is shown, only names travel. */
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
        className={`${mainClass(wide)} pb-[calc(var(--spacing-tabbar)+40px+env(safe-area-inset-bottom))] lg:pb-12`}
      >
        {children}
      </main>
      <TabBar items={items} current={tab} />
    </div>
  );
}
