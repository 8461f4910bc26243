import type { ReactNode } from 'react';
import { cx } from './cx';

export type Tone = 'neutral' | 'success' | 'warning' | 'error' | 'info' | 'outline';

const tones: Record<Tone, string> = {
  neutral: 'bg-neutral-50 text-neutral',
  success: 'bg-success-50 text-success',
  warning: 'bg-warning-50 text-warning',
  error: 'bg-error-50 text-error',
  info: 'bg-info-50 text-info',
  outline: 'border border-line-strong text-ink-2',
};

/** A status in two or three characters; it supports the sentence beside it, never replaces it. */
export function Tag({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={cx(
        'inline-block flex-none rounded-tag px-[10px] py-[2px] text-meta font-normal whitespace-nowrap desk:px-2',
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** The one red number: how much waits. */
export function Badge({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <span className="inline-block min-w-[1.67em] rounded-tag bg-brand-700 px-[0.5em] text-center text-badge font-semibold text-white">
      {children}
      {label && <span className="visually-hidden">{label}</span>}
    </span>
  );
}
