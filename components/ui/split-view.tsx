import type { ReactNode } from 'react';
import { cx } from './cx';

interface SplitViewProps {
  list: ReactNode;
  detail: ReactNode;
  /** On a phone one of the two is seen: the detail when something is open. */
  open: boolean;
}

/** List and detail side by side on the desk, one after the other on a phone. */
export function SplitView({ list, detail, open }: SplitViewProps) {
  return (
    <div className="flex min-w-0 flex-auto lg:h-[calc(100vh-48px)] print:h-auto">
      <div
        className={cx(
          'min-h-0 w-full flex-col border-r border-line bg-surface lg:flex lg:w-list lg:flex-none print:hidden',
          open ? 'hidden' : 'flex',
        )}
      >
        {list}
      </div>
      <div
        className={cx(
          'min-h-0 min-w-0 flex-auto flex-col lg:flex print:block',
          open ? 'flex' : 'hidden',
        )}
      >
        {detail}
      </div>
    </div>
  );
}
