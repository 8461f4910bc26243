'use client';
import type { ReactNode } from 'react';
import { cx } from '../ui/cx';

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Further lines inside the label, such as a seat meter. */
  content?: ReactNode;
  /** Heading above the first of its group. */
  group?: string;
  /** Cannot be chosen now; say why in `hint`. */
  disabled?: boolean;
}

interface ChoiceProps extends ChoiceOption {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  checked: boolean;
  card?: boolean;
  compact?: boolean;
  invalid?: boolean;
  describedBy?: string;
  required?: boolean;
}

/** One radio or checkbox with its label; the whole card is the target. */
export function Choice({
  type,
  id,
  name,
  value,
  label,
  hint,
  content,
  ...rest
}: Omit<ChoiceProps, 'group'>) {
  return (
    <div className={cx('choice', rest.card && 'choice-card', rest.compact && 'choice-compact')}>
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={rest.checked}
        disabled={rest.disabled}
        required={rest.required}
        aria-invalid={rest.invalid || undefined}
        aria-describedby={rest.describedBy}
      />
      <label htmlFor={id}>
        {label}
        {hint && <span className="block text-secondary text-ink-2">{hint}</span>}
        {content && <span className="mt-[6px] block">{content}</span>}
      </label>
      {rest.card && <span className="choice-edge" />}
    </div>
  );
}
