'use client';
import { type ComponentProps, useEffect, useState } from 'react';
import { lengthOf } from '@/lib/characters';
import { cx } from '../ui/cx';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';

interface TextAreaProps extends FieldWords {
  defaultValue?: string;
  maxLength?: number;
  rows?: number;
  placeholder?: string;
  autoComplete?: ComponentProps<'textarea'>['autoComplete'];
}

/** Several lines, with the characters left when there is a limit. */
export function TextArea({
  defaultValue,
  maxLength,
  rows = 4,
  placeholder,
  ...words
}: TextAreaProps) {
  const { name, hint } = words;
  const { value, error } = useField(name, defaultValue);
  const id = useFieldId()(name);
  const [length, setLength] = useState(lengthOf(value));
  useEffect(() => setLength(lengthOf(value)), [value]);
  const left = (maxLength ?? 0) - length;
  const below = maxLength && (
    <span className={cx(left < 0 && 'font-semibold text-error')}>
      {left < 0 ? `多了 ${-left} 字` : `${length} / ${maxLength} 字`}
    </span>
  );
  return (
    <FieldFrame {...words} error={error} below={below}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        placeholder={placeholder}
        autoComplete={words.optional ? 'off' : undefined}
        defaultValue={value}
        onInput={(event) => setLength(lengthOf(event.currentTarget.value))}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error, below })}
        className={cx('input resize-y', rows > 2 ? 'min-h-28' : 'min-h-20')}
      />
    </FieldFrame>
  );
}
