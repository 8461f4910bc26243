'use client';
import { usePathname } from 'next/navigation';
import { AppLink } from '../ui/app-link';
import { cx } from '../ui/cx';
import { Icon } from '../ui/icon';
import { Badge } from '../ui/tag';
import { type DeskGroup, navItemOf } from './desk-places';

const short = (count: number) => (count > 999 ? '999+' : count);

/** The side navigation. The layout stays while pages change, so the browser knows where it is. */
export function DeskNav({ groups }: { groups: readonly DeskGroup[] }) {
  const current = navItemOf(groups, usePathname());
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
                  'relative flex min-h-9 items-center rounded-input px-3 no-underline bigger:min-h-target max-lg:min-h-target',
                  here
                    ? 'bg-surface font-semibold text-ink shadow-[inset_0_0_0_1px_var(--color-line)]'
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
                {item.count !== undefined && item.count > 0 && (
                  <span className="ml-auto text-meta text-ink-3">
                    {item.urgent ? <Badge label="件待办">{short(item.count)}</Badge> : item.count}
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
