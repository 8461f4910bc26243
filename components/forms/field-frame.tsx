'use client';
import type { ReactNode } from 'react';
import { cx } from '../ui/cx';
import { Icon } from '../ui/icon';
import { useFieldId } from './form-context';

export interface FieldWords {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** The page's only question: the label is the h1. */
  heading?: boolean;
  /** The label is for readers only (a search box with a magnifier). */
  hideLabel?: boolean;
  className?: string;
}

/** The ids a control is described by, in reading order. */
export function describedBy(
  id: string,
  words: { hint?: ReactNode; error?: string; below?: ReactNode },
) {
  const ids = [
    words.hint && `${id}-hint`,
    words.error && `${id}-error`,
    words.below && `${id}-below`,
  ].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-2 flex text-secondary font-semibold text-error">
      <Icon name="warning" className="mt-[2px] mr-[6px]" />
      <span>错误：{children}</span>
    </p>
  );
}

export const labelClass = 'block mb-2 font-semibold desk:mb-1';

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="-mt-1 mb-2 text-secondary text-ink-2">
      {children}
    </p>
  );
}

interface FieldFrameProps extends FieldWords {
  error?: string;
  below?: ReactNode;
  children: ReactNode;
}

/** Label, hint, error, control, in the order they are read. */
export function FieldFrame({
  name,
  label,
  hint,
  error,
  below,
  children,
  ...words
}: FieldFrameProps) {
  const { optional, heading, hideLabel, className } = words;
  const id = useFieldId()(name);
  const text = (
    <label
      htmlFor={id}
      className={cx(hideLabel ? 'visually-hidden' : heading ? 'mb-2 block' : labelClass)}
    >
      {label}
      {optional && <span className="font-normal text-ink-3">（选填）</span>}
    </label>
  );
  return (
    <div className={cx('field', className)}>
      {heading ? <h1>{text}</h1> : text}
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      <div className={cx(error && 'mt-3 border-l-4 border-error pl-3')}>
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {children}
        {below && (
          <p
            id={`${id}-below`}
            className="mt-[6px] flex flex-wrap justify-between gap-x-3 text-secondary text-ink-2"
          >
            {below}
          </p>
        )}
      </div>
    </div>
  );
}
