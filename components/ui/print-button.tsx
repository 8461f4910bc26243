'use client';
import type { ReactNode } from 'react';
import { type ButtonVariant, buttonClass } from './button-style';

/** Opens the browser's print window; without script its own menu does the same. */
export function PrintButton({
  children = '打印',
  variant = 'primary',
}: {
  children?: ReactNode;
  variant?: ButtonVariant;
}) {
  return (
    <button
      type="button"
      onClick={() => window.print()}
      className={buttonClass({ small: true, variant })}
    >
      {children}
    </button>
  );
}
