'use client';
import type { ReactNode } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';

export interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectFieldProps extends FieldWords {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
  defaultValue?: string;
  /** The first, empty line; leave out when there is always a value. */
  placeholder?: string;
  below?: ReactNode;
  required?: boolean;
}

const item = (o: Option) => (
  <option key={o.value} value={o.value} disabled={o.disabled}>
    {o.label}
  </option>
);

/** The system's own list. */
export function SelectField(props: SelectFieldProps) {
  const { name, options, defaultValue, placeholder, required, hint, below } = props;
  const { value, error } = useField(name, defaultValue);
  const id = useFieldId()(name);
  return (
    <FieldFrame {...props} error={error}>
      <select
        // React marks the chosen option only when it mounts; after a failed submission the browser's
        // reset would fall back to the old one, so a new value means a new element.
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        required={required}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error, below })}
        className="input"
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((o) =>
          'group' in o ? (
            <optgroup key={o.group} label={o.group}>
              {o.options.map(item)}
            </optgroup>
          ) : (
            item(o)
          ),
        )}
      </select>
    </FieldFrame>
  );
}
