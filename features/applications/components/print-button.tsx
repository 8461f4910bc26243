'use client';
import { buttonClass } from '@/components/ui/button-style';

/** Opens the browser's print window; without script the browser's own menu does the same. */
export function PrintFormButton() {
  return (
    <button type="button" className={buttonClass({})} onClick={() => window.print()}>
      打印两页
    </button>
  );
}
