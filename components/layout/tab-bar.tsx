import { AppLink } from '../ui/app-link';
import { cx } from '../ui/cx';
import { Icon, type IconName } from '../ui/icon';

export interface NavItem {
  label: string;
  href: string;
  icon: IconName;
  /** How much waits there. */
  count?: number;
}

/** 首页 · 预约 · 办事 · 我的, at the thumb; on wide screens the top bar carries them. */
export function TabBar({ items, current }: { items: readonly NavItem[]; current: string }) {
  return (
    <nav
      aria-label="主导航"
      className="no-print fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto grid max-w-member grid-cols-4">
        {items.map((item) => {
          const here = item.href === current;
          return (
            <li key={item.href}>
              <AppLink
                href={item.href}
                aria-current={here ? 'page' : undefined}
                className={cx(
                  'relative flex min-h-tabbar flex-col items-center justify-center px-[2px] py-[5px] text-meta leading-[1.3] no-underline focus-visible:-outline-offset-[3px]',
                  here ? 'font-semibold text-brand-700' : 'text-ink-2',
                )}
              >
                {here && (
                  <span
                    aria-hidden
                    className="absolute -top-px h-[3px] w-7 rounded-b-[3px] bg-current"
                  />
                )}
                <Icon name={item.icon} className="mb-px !size-6 xlarge:!size-7" />
                {item.label}
                {item.count ? <span className="visually-hidden">，{item.count} 条未读</span> : null}
                {item.count ? (
                  <span
                    aria-hidden
                    className="absolute top-2 ml-7 size-2 rounded-full bg-brand-700"
                  />
                ) : null}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** The same places in the top bar of a wide screen. */
export function TopNav({ items, current }: { items: readonly NavItem[]; current: string }) {
  return (
    <nav aria-label="主导航" className="hidden lg:block">
      <ul className="flex gap-2">
        {items.map((item) => (
          <li key={item.href}>
            <AppLink
              href={item.href}
              aria-current={item.href === current ? 'page' : undefined}
              className={cx(
                'inline-flex min-h-target items-center border-b-2 px-3 no-underline',
                item.href === current
                  ? 'border-brand-700 font-semibold text-ink'
                  : 'border-transparent text-ink-2',
              )}
            >
              {item.label}
              {item.count ? (
                <>
                  <span className="visually-hidden">，{item.count} 条未读</span>
                  <span aria-hidden className="mb-3 ml-1 size-2 rounded-full bg-brand-700" />
                </>
              ) : null}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
