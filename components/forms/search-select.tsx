'use client';
import { useEffect, useState } from 'react';
import { describedBy, FieldFrame, type FieldWords } from './field-frame';
import { useField, useFieldId } from './form-context';

export interface TreeOption {
  value: string;
  label: string;
  /** How far below the first. */
  depth: number;
  /** What else finds it, such as how it is read. */
  reading: string;
}

interface SearchSelectProps extends FieldWords {
  options: readonly TreeOption[];
  defaultValue?: string;
  /** What may be typed: 名称、拼音. */
  search: string;
}

const finds = (typed: string) => {
  const wanted = typed.trim().toLowerCase().replaceAll(/\s/g, '');
  return ({ label, reading }: TreeOption) =>
    label.toLowerCase().includes(wanted) || reading.includes(wanted);
};

/** So few are seen at one look. */
const FEW = 8;

/**
 * One of a tree, in the system's own list; a field above narrows it and chooses the first that is found.
 * Without a script there is the list alone.
 */
export function SearchSelect(props: SearchSelectProps) {
  const { value, error } = useField(props.name, props.defaultValue ?? props.options[0]?.value);
  return <Choosing key={value} {...props} value={value} error={error} />;
}

type ChoosingProps = SearchSelectProps & { value: string; error: string | undefined };

function Choosing({ value: given, error, options, search, ...words }: ChoosingProps) {
  const [alive, setAlive] = useState(false);
  const [typed, setTyped] = useState('');
  const [value, setValue] = useState(given);
  const id = useFieldId()(words.name);
  useEffect(() => setAlive(true), []);
  const found = typed.trim() === '' ? options : options.filter(finds(typed));
  const look = (text: string) => {
    setTyped(text);
    const hits = options.filter(finds(text));
    if (text.trim() !== '' && hits[0] && !hits.some((o) => o.value === value))
      setValue(hits[0].value);
  };
  const below = found.length === 0 ? `没有“${typed.trim()}”，请换个字` : undefined;
  return (
    <FieldFrame {...words} error={error} below={below}>
      {alive && options.length > FEW && (
        <input
          type="search"
          aria-label={search}
          placeholder={search}
          aria-controls={id}
          value={typed}
          onChange={(event) => look(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
          }}
          className="input mb-2"
        />
      )}
      <select
        id={id}
        name={words.name}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { hint: words.hint, error, below })}
        className="input"
      >
        {(found.length > 0 ? found : options).map((o) => (
          <option key={o.value} value={o.value}>
            {'\u3000'.repeat(typed.trim() === '' ? o.depth : 0) + o.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
