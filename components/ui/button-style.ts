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

const base =
  'items-center justify-center gap-[6px] rounded-input border text-center leading-normal no-underline transition-colors duration-(--motion-fast) aria-busy:cursor-progress';
const off = 'border-transparent cursor-not-allowed bg-neutral-50 text-ink-3 font-normal';
const looks: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-brand-700 text-white font-semibold hover:bg-brand-800 active:bg-brand-800 aria-busy:bg-brand-800',
  secondary:
    'bg-surface border-control text-ink font-semibold hover:bg-sunken active:bg-neutral-50 active:border-ink',
  danger: 'bg-surface border-error text-error font-semibold hover:bg-error-50 active:bg-error-50',
  text: 'border-transparent text-info font-normal underline underline-offset-[3px] decoration-1',
};

/** The classes of a button; destructive is outlined, never solid red. */
export function buttonClass(look: ButtonLook, disabled = false): string {
  const { variant = 'primary', small, block, className } = look;
  const padding =
    variant === 'text' ? 'px-2' : small ? 'px-4 desk:px-[10px]' : 'px-5 desk:px-[14px]';
  const size = small
    ? 'min-h-target py-[6px] text-secondary desk:py-[3px]'
    : 'min-h-button py-[9px] text-body desk:py-[5px]';
  return cx(
    block ? 'flex w-full' : 'inline-flex',
    base,
    padding,
    size,
    disabled ? off : looks[variant],
    className,
  );
}
