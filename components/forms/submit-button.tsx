'use client';
import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonLook, buttonClass } from '../ui/button-style';
import { cx } from '../ui/cx';

type Native = Pick<ComponentProps<'button'>, 'name' | 'value' | 'form' | 'formAction' | 'id'>;

interface SubmitButtonProps extends Native, ButtonLook {
  children: ReactNode;
  /** The keyboard finds it by this. */
  'data-all'?: true;
  icon?: ReactNode;
  /** What it says while the answer is on its way. */
  pendingText?: string;
}

/** Sends the form once: while it is under way the words change, the width stays, taps are ignored. */
export function SubmitButton({
  children,
  icon,
  pendingText = '提交中…',
  variant,
  small,
  block = true,
  className,
  ...native
}: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const ignoreWhilePending = (event: MouseEvent) => {
    if (pending) event.preventDefault();
  };
  return (
    <button
      {...native}
      type="submit"
      onClick={ignoreWhilePending}
      aria-busy={pending || undefined}
      className={buttonClass({ variant, small, block, className })}
    >
      <span className="grid">
        <span
          aria-hidden={pending || undefined}
          className={cx(
            'col-start-1 row-start-1 inline-flex items-center justify-center gap-[6px]',
            pending && 'invisible',
          )}
        >
          {icon}
          {children}
        </span>
        {pending && <span className="col-start-1 row-start-1">{pendingText}</span>}
      </span>
    </button>
  );
}
