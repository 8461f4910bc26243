import type { ReactNode } from 'react';

/** One line of the facts of an offering. */
export interface Fact {
  label: string;
  value: ReactNode;
}
