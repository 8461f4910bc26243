'use client';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../ui/cx';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';

type Native = Omit<ComponentProps<'input'>, 'name' | 'id' | 'value' | 'className' | 'defaultValue'>;

export interface TextFieldProps extends FieldWords, Native {
  defaultValue?: string;
  /** A line under the control: where a value comes from, what is allowed. */
  below?: ReactNode;
  inputClassName?: string;
  /** Stands to the right of the control on one row. */
  beside?: ReactNode;
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  heading,
  hideLabel,
  className,
  defaultValue,
  below,
  inputClassName,
  beside,
  maxLength,
  type = 'text',
  ...native
}: TextFieldProps) {
  const { value, error } = useField(name, defaultValue);
  const id = useFieldId()(name);
  const input = (
    <input
      {...native}
      // A browser cuts what is pasted without a word, also inside an emoji: words are counted by the server.
      maxLength={native.inputMode ? maxLength : undefined}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error, below })}
      className={cx('input', beside ? 'min-w-0 flex-[1_1_7em] w-auto' : null, inputClassName)}
    />
  );
  return (
    <FieldFrame {...{ name, label, hint, optional, heading, hideLabel, className, error, below }}>
      {beside ? (
        <div className="flex flex-wrap gap-2">
          {input}
          {beside}
        </div>
      ) : (
        input
      )}
    </FieldFrame>
  );
}
