import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link';
import { Icon } from '../ui/icon';
import { type Mark, Wordmark } from './wordmark';

const bar =
  'no-print mx-auto flex min-h-topbar w-full max-w-member flex-wrap items-center justify-between py-1 pr-2 pl-gutter lg:max-w-[1200px]';
const toplink =
  'inline-flex flex-none min-h-target items-center px-2 text-secondary text-ink-2 no-underline';

/** Way to 大字 and 长辈版: the visible entry on every first screen (工信部 2021). */
export function DisplayLink() {
  return (
    <AppLink href="/me/display" className={toplink}>
      <Icon name="text-size" className="mr-1" />
      长辈版
    </AppLink>
  );
}

/** Top of a tab page. `navigation` are the same four places as the tab bar, for wide screens. */
export function TopBar({
  mark,
  navigation,
  tools,
}: {
  mark: Mark;
  navigation?: ReactNode;
  tools?: ReactNode;
}) {
  return (
    <header className={bar}>
      <Wordmark mark={mark} />
      {navigation}
      <span className="flex items-center">
        {tools}
        <DisplayLink />
      </span>
    </header>
  );
}

/** Top of a page inside a flow: one way back. */
export function FlowBar({
  backHref,
  backLabel = '返回',
}: {
  backHref: string;
  backLabel?: string;
}) {
  return (
    <header className={`${bar} !flex-nowrap gap-x-2`}>
      <AppLink
        href={backHref}
        className="-ml-[6px] inline-flex min-h-target min-w-target items-center pr-2 text-ink no-underline"
      >
        <Icon name="chevron-left" className="mr-[2px]" />
        {backLabel}
      </AppLink>
      <DisplayLink />
    </header>
  );
}
