'use client';
import { type FormEvent, type ReactNode, useActionState, useState } from 'react';
import { cx } from '../ui/cx';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { type FormAction, type FormState, idle } from './form-state';
import { FormSuccess } from './form-success';
import { tooLarge } from './too-large';

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
  /** Bytes that the page's address takes; absent means one megabyte. */
  maxBytes?: number;
  'aria-label'?: string;
}

/**
 * A form around a server action. Works before and without JavaScript; after a refusal the summary
 * takes the focus and every field shows again what was typed.
 */
export function Form({ action, initial = idle, children, flow, ...rest }: FormProps) {
  const [answered, send] = useActionState(action, initial);
  const [kept, setKept] = useState<FormState | null>(null);
  const { idempotencyKey, className, maxBytes, ...attributes } = rest;
  const state = kept ?? answered;

  const keepBack = (event: FormEvent<HTMLFormElement>) => {
    const much = tooLarge(new FormData(event.currentTarget), maxBytes);
    if (much) event.preventDefault();
    const fieldErrors = much && { [much.field]: much.words };
    setKept(fieldErrors && { ...answered, status: 'invalid', code: 'too_large', fieldErrors });
  };
  return (
    <FormContext value={state}>
      <form
        {...attributes}
        action={send}
        onSubmit={keepBack}
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
