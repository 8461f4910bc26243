'use client';
import type { ReactNode } from 'react';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import type { FormState } from './form-state';

interface DraftFormProps {
  /** The page itself: every submission is an address, so nothing is stored and Back works. */
  action: string;
  id: string;
  /** What the server made of the last submission: values, and refusals beside their fields. */
  state: FormState;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
}

/** A GET form with the system's fields: a proposal to look at before anything is saved. */
export function DraftForm({ action, id, state, children, ...rest }: DraftFormProps) {
  return (
    <FormContext value={state}>
      <form {...rest} id={id} action={action} method="get" noValidate>
        {state.fieldErrors && <ErrorSummary state={state} />}
        {children}
      </form>
    </FormContext>
  );
}
