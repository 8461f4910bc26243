'use client';
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useActionState,
  useEffect,
  useRef,
  useState,
} from 'react';
import { cx } from '../ui/cx';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { type Fold, FormFold } from './form-fold';
import { type FormAction, type FormState, idleForm } from './form-state';
import { FormSuccess } from './form-success';
import { useKeptForm } from './kept-form';
import { takeKeptValues, valuesOf } from './kept-values';
import { SafetyNet } from './safety-net';
import { tooLarge } from './too-large';
import { WayOn } from './way-on';

interface FormProps {
  action: FormAction;
  initial?: FormState;
  children: ReactNode;
  id?: string;
  /** Where several forms of a page have fields of one name: begins the ids of this one's. */
  part?: string;
  className?: string;
  /** Folded away until it is wanted, or was refused. */
  fold?: Fold;
  /** Fills the page, so that an ActionBar inside sits at the bottom of the screen. */
  flow?: boolean;
  /** One-time key made by the server: the same submission twice is stored once. */
  idempotencyKey?: string;
  /** Bytes that the page's address takes; absent means one megabyte. */
  maxBytes?: number;
  /** Health and the like: the browser's storage never holds any of it. */
  isPrivate?: boolean;
  'aria-label'?: string;
}

type Values = FormState['values'];

/**
 * A form around a server action. Works before and without JavaScript; after a refusal the summary
 * takes the focus and every field shows again what was typed. That also holds when no answer comes.
 */
export function Form({ initial = idleForm, ...rest }: FormProps) {
  const sent = useRef<Values | null>(null);
  const [restored, setRestored] = useState<Values>();
  const { mark, restored: unsent } = useKeptForm();
  const begin: FormState = restored ? { status: 'idle', values: restored } : (unsent ?? initial);
  return (
    <SafetyNet sent={() => sent.current}>
      {(failed) => (
        <Sending
          {...rest}
          mark={mark}
          key={restored ? 'restored' : 'new'}
          initial={failed ?? begin}
          sent={sent}
          restore={setRestored}
        />
      )}
    </SafetyNet>
  );
}

interface SendingProps extends FormProps {
  initial: FormState;
  mark: ReactNode;
  sent: RefObject<Values | null>;
  restore: (values: Values) => void;
}

function Sending({ action, initial, mark, sent, restore, ...rest }: SendingProps) {
  const form = useRef<HTMLFormElement>(null);
  const [answered, send] = useActionState(action, initial);
  const [unsent, setUnsent] = useState<FormState | null>(null);
  const {
    children,
    flow,
    fold,
    part,
    idempotencyKey,
    className,
    maxBytes,
    isPrivate,
    ...attributes
  } = rest;
  const state = unsent ?? answered;

  // An answer has come: an error from now on is not one of sending.
  useEffect(() => {
    void answered;
    sent.current = null;
  }, [answered, sent]);
  useEffect(() => {
    const waiting = form.current && takeKeptValues(form.current);
    if (waiting) restore(waiting);
  }, [restore]);

  const keepBack = (event: FormEvent<HTMLFormElement>) => {
    const much = tooLarge(new FormData(event.currentTarget), maxBytes);
    if (much) event.preventDefault();
    else sent.current = valuesOf(event.currentTarget);
    const fieldErrors = much && { [much.field]: much.words };
    setUnsent(fieldErrors && { ...answered, status: 'invalid', code: 'too_large', fieldErrors });
  };
  const body = (
    <>
      <ErrorSummary state={state} />
      <WayOn state={state} />
      <FormSuccess state={state} />
      {children}
    </>
  );
  return (
    <FormContext value={part ? { ...state, part } : state}>
      <form
        {...attributes}
        ref={form}
        action={send}
        onSubmit={keepBack}
        noValidate
        data-private={isPrivate || undefined}
        className={cx(flow && 'flex flex-auto flex-col', !fold && className)}
      >
        {idempotencyKey && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
        {mark}
        {fold ? (
          <FormFold fold={fold} className={className}>
            {body}
          </FormFold>
        ) : (
          body
        )}
      </form>
    </FormContext>
  );
}
