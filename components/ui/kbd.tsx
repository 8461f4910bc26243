import type { ReactNode } from 'react';

/** A key on the keyboard; hidden where there is none. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="ml-2 hidden min-w-5 rounded-[4px] border border-current px-[5px] text-center font-sans text-[0.75rem] leading-[18px] font-normal lg:inline-block">
      {children}
    </kbd>
  );
}
