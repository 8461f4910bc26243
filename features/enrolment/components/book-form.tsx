'use client';
import { type FormEvent, type ReactNode, useActionState, useEffect, useRef, useState } from 'react';
import { ErrorSummary } from '@/components/forms/error-summary';
import { FormContext } from '@/components/forms/form-context';
import { type FormAction, type FormState, idleForm } from '@/components/forms/form-state';
import { useKeptForm } from '@/components/forms/kept-form';
import { takeKeptValues } from '@/components/forms/kept-values';
import { WayOn } from '@/components/forms/way-on';
import { sendBooking } from './send-booking';
import { SubmitAtOpening } from './submit-at-opening';

interface BookFormProps {
  /** For when there is no script: the same command, behind a server action. */
  action: FormAction;
  idempotencyKey: string;
  label: string;
  /** ms by the server's clock; null when booking is open. */
  opensAt: number | null;
  serverNow: number;
  note: ReactNode;
  children: ReactNode;
}

/**
 * The last step. With script it goes through the JSON door, which holds in the opening minute, and
 * tries again with the same key when the network drops: the same key never books twice.
 */
export function BookForm(props: BookFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const { mark, restored } = useKeptForm();
  const [posted, action] = useActionState(props.action, restored ?? idleForm);
  const [sent, setSent] = useState<FormState>(idleForm);
  const [busy, setBusy] = useState(false);
  const state = sent === idleForm ? posted : sent;

  useEffect(() => {
    const waiting = form.current && takeKeptValues(form.current);
    if (waiting) setSent({ status: 'idle', values: waiting });
  }, []);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await sendBooking(new FormData(event.currentTarget), props.idempotencyKey);
    if (answer.href) {
      window.location.assign(answer.href);
      return;
    }
    setSent(answer.state);
    setBusy(false);
  };

  return (
    <FormContext value={state}>
      <form
        ref={form}
        action={action}
        onSubmit={send}
        noValidate
        className="flex flex-auto flex-col"
      >
        <input type="hidden" name="idempotencyKey" value={props.idempotencyKey} />
        {mark}
        <ErrorSummary state={state} />
        <WayOn state={state} />
        {props.children}
        <SubmitAtOpening {...props} busy={busy} />
      </form>
    </FormContext>
  );
}
