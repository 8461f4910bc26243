'use client';
import { Glyph } from '../ui/glyph';
import type { FormState } from './form-state';
import { checkCirclePath } from './glyph-paths';

/** One quiet line when an action succeeded and stays on the page. */
export function FormSuccess({ state }: { state: FormState }) {
  if (state.status !== 'ok' || !state.message) return null;
  return (
    <p role="status" className="mb-6 flex rounded-card bg-success-50 px-3 py-3 text-secondary">
      <Glyph path={checkCirclePath} className="mt-[2px] mr-2 text-success" />
      {state.message}
    </p>
  );
}
