import type { ReactNode } from 'react';

// At a desk a button is as wide as its words, unless it asks for the whole column.
const buttons = 'lg:[&>.button:not(.button-block)]:self-start';

/** Fields under each other in one rhythm. */
export function FieldStack({ children }: { children: ReactNode }) {
  return <div className={`flex flex-col gap-6 desk:gap-4 ${buttons}`}>{children}</div>;
}
