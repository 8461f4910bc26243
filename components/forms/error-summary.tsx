'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '../ui/icon';
import { ErrorLines } from './error-lines';
import { useFieldId } from './form-context';
import type { FormState } from './form-state';
import { goTo, type PlacedError, placeErrors } from './place-errors';

const prefix = '错误：';

/**
 * What went wrong at the top of the form, focused when it arrives. Of several fields each line names
 * the question and leads to it; a single field is gone to at once and says it itself. Without a script,
 * which nothing could lead there, the summary stands for one field too.
 * `quiet` leaves focus and title alone (the story page).
 */
export function ErrorSummary({ state, quiet }: { state: FormState; quiet?: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const fieldId = useFieldId();
  const [placed, setPlaced] = useState<readonly PlacedError[] | null>(null);
  const failed = state.status !== 'idle' && state.status !== 'ok';
  const errors = Object.entries(state.fieldErrors ?? {});

  // `state` is new after every answer: a second refusal is announced again.
  useLayoutEffect(() => {
    setPlaced(failed && !quiet ? placeErrors(state.fieldErrors ?? {}, fieldId) : null);
  }, [state, failed, quiet, fieldId]);
  const alone = placed?.length === 1 ? placed[0]?.control : null;

  useEffect(() => {
    if (!failed || quiet || !placed) return;
    if (alone) goTo(alone);
    else box.current?.focus();
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    return () => {
      document.title = document.title.replace(prefix, '');
    };
  }, [placed, alone, failed, quiet]);

  if (!failed || alone) return null;
  return (
    <div
      ref={box}
      role={quiet ? undefined : 'alert'}
      tabIndex={-1}
      data-code={state.code}
      className="mb-6 rounded-card border-2 border-error bg-error-50 p-4"
    >
      <h2 className="flex text-h3 text-error">
        <Icon name="warning" className="mt-1 mr-2" />
        {errors.length > 0
          ? `有 ${errors.length} 处需要修改`
          : prefix + (state.message ?? '没有办成，请再试一次')}
      </h2>
      {errors.length > 0 && state.message && <p className="mt-1">{state.message}</p>}
      <ErrorLines errors={errors} placed={placed} idOf={fieldId} />
    </div>
  );
}
