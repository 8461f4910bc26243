import type { ReactNode } from 'react';

/** Fields under each other in one rhythm. */
export function FieldStack({ children }: { children: ReactNode }) {
  return <div className="flex flex-col gap-6 desk:gap-4">{children}</div>;
}
