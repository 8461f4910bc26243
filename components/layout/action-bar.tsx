import type { ReactNode } from 'react';

/** The sticky action at the bottom of a flow; `note` says what it will do (桥圩镇班 · 陈小禾). */
export function ActionBar({ children, note }: { children: ReactNode; note?: ReactNode }) {
  return (
    <div
      data-action-bar
      className="no-print sticky bottom-0 z-20 -mx-gutter mt-auto border-t border-line bg-surface px-gutter pt-3 pb-[calc(12px+env(safe-area-inset-bottom))] lg:mx-0 lg:mt-6 lg:border-0 lg:bg-page lg:px-0"
    >
      <div className="mx-auto flex max-w-member flex-wrap items-center gap-x-3 gap-y-2 [&>*]:flex-[1_1_9em] [&>div>button]:w-full lg:max-w-none">
        {note && (
          <div className="!flex-[1_1_6em] text-secondary leading-snug text-ink-2 xlarge:!basis-full">
            {note}
          </div>
        )}
        {children}
      </div>
    </div>
  );
}
