import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'text';

export interface ButtonLook {
  variant?: ButtonVariant;
  /** Shorter, for tools beside a heading or inside a row. */
  small?: boolean;
  /** As wide as its column: the default of a phone's main action. */
  block?: boolean;
  className?: string;
}

/** The classes of a button (cards.css); destructive is outlined, never solid red. */
export const buttonClass = (look: ButtonLook, disabled = false): string =>
  cx(
    'button',
    look.small && 'button-small',
    look.block && 'button-block',
    `button-${look.variant ?? 'primary'}`,
    disabled && 'button-off',
    look.className,
  );
