'use client';
import type { ReactNode } from 'react';
import { cx } from '../ui/cx';
import { Choice } from './choice';
import { FieldError } from './field-frame';
import { useChoices, useFieldId } from './form-context';

interface CheckboxFieldProps {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value?: string;
  defaultChecked?: boolean;
  /** Smaller words beside the box, for a consent line. */
  compact?: boolean;
  required?: boolean;
  className?: string;
}

/** One box to tick; never ticked beforehand for a consent. */
export function CheckboxField({ name, value = 'yes', className, ...rest }: CheckboxFieldProps) {
  const { chosen, error } = useChoices(name, rest.defaultChecked ? [value] : []);
  const id = useFieldId()(name);
  return (
    <div className={cx('field', error && 'border-l-4 border-error pl-3', className)}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <Choice
        type="checkbox"
        id={id}
        name={name}
        value={value}
        label={rest.label}
        hint={rest.hint}
        compact={rest.compact}
        required={rest.required}
        checked={chosen.includes(value)}
        invalid={Boolean(error)}
        describedBy={error ? `${id}-error` : undefined}
      />
    </div>
  );
}
