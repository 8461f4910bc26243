'use client';
import { useEffect, useState } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';
import { groupDigits, regroup } from './group-digits';

const sizes = [6, 8, 4];

interface IdFieldProps extends FieldWords {
  defaultValue?: string;
}

/** An 18-digit identity number, grouped 6-8-4, counted, and read back in 大字 and 特大. */
export function IdField({ defaultValue, ...words }: IdFieldProps) {
  const { name, hint } = words;
  const sent = useField(name, defaultValue);
  const id = useFieldId()(name);
  const value = groupDigits(sent.value, sizes);
  const [typed, setTyped] = useState(value);
  // The browser empties the field after an answer; the count must follow what is shown again.
  useEffect(() => setTyped(value), [value]);
  const count = typed.replace(/\s/g, '').length;
  const below = (
    <>
      <span>{count > 0 ? `已输入 ${count} 位` : '共 18 位'}</span>
      <span>末位是 X 的，直接输 X</span>
    </>
  );
  return (
    <FieldFrame {...words} error={sent.error} below={below}>
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={21}
        defaultValue={value}
        onInput={(event) => {
          regroup(event.currentTarget, sizes);
          setTyped(event.currentTarget.value);
        }}
        aria-invalid={sent.error ? true : undefined}
        aria-describedby={describedBy(id, { hint, error: sent.error, below })}
        className="input input-id"
      />
      {typed && (
        <output htmlFor={id} className="mt-2 hidden font-semibold bigger:block">
          <span className="block text-secondary font-normal text-ink-2">您输入的是</span>
          {groupDigits(typed, sizes)}
        </output>
      )}
    </FieldFrame>
  );
}
