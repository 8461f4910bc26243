'use client';
import { type ReactNode, useActionState } from 'react';
import { cx } from '../ui/cx';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { type FormAction, type FormState, idle } from './form-state';
import { FormSuccess } from './form-success';

interface FormProps {
  action: FormAction;
  initial?: FormState;
  children: ReactNode;
  id?: string;
  className?: string;
  /** Fills the page, so that an ActionBar inside sits at the bottom of the screen. */
  flow?: boolean;
  /** One-time key made by the server: the same submission twice is stored once. */
  idempotencyKey?: string;
  'aria-label'?: string;
}

/**
 * A form around a server action. Works before and without JavaScript; after a refusal the summary
 * takes the focus and every field shows again what was typed.
 */
export function Form({ action, initial = idle, children, flow, ...rest }: FormProps) {
  const [state, send] = useActionState(action, initial);
  const { idempotencyKey, className, ...attributes } = rest;
  return (
    <FormContext value={state}>
      <form
        {...attributes}
        action={send}
        noValidate
        className={cx(flow && 'flex flex-auto flex-col', className)}
      >
        {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
        <ErrorSummary state={state} />
        <FormSuccess state={state} />
        {children}
      </form>
    </FormContext>
  );
}
