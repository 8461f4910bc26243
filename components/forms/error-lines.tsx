'use client';
import { goTo, type PlacedError } from './place-errors';

interface ErrorLinesProps {
  errors: readonly (readonly [name: string, words: string])[];
  /** The same in the order of the page, once a script has looked. */
  placed: readonly PlacedError[] | null;
  idOf: (name: string) => string;
}

/** One line an error, each leading to its field. */
export function ErrorLines({ errors, placed, idOf }: ErrorLinesProps) {
  if (errors.length === 0) return null;
  const lines = placed ?? errors.map(([name, words]) => ({ name, words, control: null }));
  return (
    <ul className="mt-1">
      {lines.map(({ name, words, control }) => (
        <li key={name}>
          {name === 'form' ? (
            <span className="inline-flex min-h-target items-center font-semibold">{words}</span>
          ) : (
            <a
              href={`#${idOf(name)}`}
              onClick={control ? () => goTo(control) : undefined}
              className="inline-flex min-h-target items-center font-semibold text-error underline underline-offset-[3px]"
            >
              {words}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
