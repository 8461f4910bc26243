'use client';
import { Icon } from '../ui/icon';
import type { FormState } from './form-state';

/** One quiet line when an action succeeded and stays on the page. */
export function FormSuccess({ state }: { state: FormState }) {
  if (state.status !== 'ok' || !state.message) return null;
  return (
    <p role="status" className="mb-6 flex rounded-card bg-success-50 px-3 py-3 text-secondary">
      <Icon name="check-circle" className="mt-[2px] mr-2 text-success" />
      {state.message}
    </p>
  );
}
