'use client';
import { useEffect, useRef } from 'react';
import { Glyph } from '../ui/glyph';
import { useFieldId } from './form-context';
import type { FormState } from './form-state';
import { warningPath } from './glyph-paths';

const prefix = '错误：';

/**
 * All errors at the top of the form, focused when they arrive, each leading to its field.
 * `quiet` leaves focus and title alone (the story page).
 */
export function ErrorSummary({ state, quiet }: { state: FormState; quiet?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const fieldId = useFieldId();
  const failed = state.status !== 'idle' && state.status !== 'ok';

  useEffect(() => {
    if (!failed || quiet) return;
    // `state` is new after every answer: a second refusal is announced again.
    void state;
    box.current?.focus();
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, '');
    };
  }, [state, failed, quiet]);

  if (!failed) return null;
  const errors = Object.entries(state.fieldErrors ?? {});
  const title =
    errors.length > 0 ? `还有 ${errors.length} 处要改` : (state.message ?? '没有办成，请再试一次');
  return (
    <div
      ref={box}
      role={quiet ? undefined : 'alert'}
      tabIndex={-1}
      data-code={state.code}
      className="mb-6 rounded-card border-2 border-error bg-error-50 p-4"
    >
      <h2 className="flex text-h3 text-error">
        <Glyph path={warningPath} className="mt-1 mr-2" />
        <span>
          {prefix}
          {title}
        </span>
      </h2>
      {errors.length > 0 && state.message && <p className="mt-1">{state.message}</p>}
      {errors.length > 0 && (
        <ul className="mt-1">
          {errors.map(([name, words]) => (
            <li key={name}>
              {name === 'form' ? (
                <span className="inline-flex min-h-target items-center font-semibold">{words}</span>
              ) : (
                <a
                  href={`#${fieldId(name)}`}
                  className="inline-flex min-h-target items-center font-semibold text-error underline underline-offset-[3px]"
                >
                  {words}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
