import type { IconName } from '../ui/icon';

export interface DeskItem {
  label: string;
  href: string;
  icon: IconName;
  /** Other addresses whose pages belong here. */
  also?: readonly string[];
  count?: number;
  /** The count waits for this officer: red badge instead of grey figure. */
  urgent?: boolean;
}

export interface DeskGroup {
  title?: string;
  items: readonly DeskItem[];
}

/** Which entry the page at `path` belongs to: the longest address that it begins with. */
export function navItemOf(groups: readonly DeskGroup[], path: string): string | null {
  const under = (place: string) => path === place || path.startsWith(`${place}/`);
  const hits = groups
    .flatMap((group) => group.items)
    .filter(
      ({ href, also = [] }) =>
        path === href || (href !== '/desk' && under(href)) || also.some(under),
    )
    .sort((a, b) => b.href.length - a.href.length);
  return hits[0]?.href ?? null;
}
