import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link';
import { type ButtonLook, buttonClass } from './button-style';

interface LinkButtonProps extends Omit<ComponentProps<typeof AppLink>, 'className'>, ButtonLook {
  icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function LinkButton({
  variant,
  small,
  block,
  className,
  icon,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <AppLink {...rest} className={buttonClass({ variant, small, block, className })}>
      {icon}
      {children}
    </AppLink>
  );
}
