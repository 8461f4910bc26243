'use client';
import type { ReactNode } from 'react';
import { buttonClass } from './button-style';

/** Opens the browser's print window; without script its own menu does the same. */
export function PrintButton({ children = '打印' }: { children?: ReactNode }) {
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className={buttonClass({ small: true, variant: 'primary' })}
    >
      {children}
    </button>
  );
}
