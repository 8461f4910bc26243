import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** What would be here, and the first thing to do. */
export function EmptyState({
  icon = 'inbox',
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="px-4 py-8 text-center text-ink-2">
      <Icon name={icon} className="mb-2 !size-10 text-ink-3" />
      <p className="font-semibold text-ink">{title}</p>
      {children && <div>{children}</div>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

/** Grey blocks while something slow comes; no shimmer. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div aria-hidden className="flex flex-col gap-3">
      {Array.from({ length: lines }, (_, at) => (
        <div
          key={at}
          className="h-[1em] rounded-[4px] bg-track"
          style={{ width: `${95 - (at % 3) * 20}%` }}
        />
      ))}
    </div>
  );
}
