import { type ComponentProps, type ReactNode, useId } from 'react';
import { type ButtonLook, buttonClass } from './button-style';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'disabled'>, ButtonLook {
  icon?: ReactNode;
  /** Why it cannot be pressed now. A button that is off always says so. */
  disabledReason?: ReactNode;
  busy?: boolean;
}

/** A button. Off, it stays in the tab order and its reason is read with it. */
export function Button({
  variant,
  small,
  block,
  className,
  icon,
  disabledReason,
  busy,
  type = 'button',
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId();
  const off = disabledReason !== undefined && disabledReason !== null && disabledReason !== false;
  const button = (
    <button
      {...rest}
      // A submit button that is off must not submit, and `disabled` would hide it from a reader.
      type={off ? 'button' : type}
      onClick={off ? undefined : rest.onClick}
      className={buttonClass({ variant, small, block, className }, off)}
      aria-disabled={off || undefined}
      aria-describedby={off ? reasonId : rest['aria-describedby']}
      aria-busy={busy || undefined}
    >
      {icon}
      {children}
    </button>
  );
  if (!off) return button;
  return (
    <div>
      {button}
      <p id={reasonId} className="mt-2 text-secondary text-ink-2">
        {disabledReason}
      </p>
    </div>
  );
}
