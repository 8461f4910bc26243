'use client';
import { type FormEvent, useActionState, useRef } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { buttonClass } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';

interface CodeFieldProps {
  action: FormAction;
  sessionId: string;
  onCode: (code: string) => void;
  /** Somebody types or a scanner gun fires: the last answer is done with. */
  onTyping: () => void;
}

interface Said {
  readonly title: string;
  readonly next: string;
  readonly tone: string;
}

const saidBy = (data: unknown): Said | null =>
  typeof data === 'object' && data !== null && 'title' in data ? (data as Said) : null;

/** For scanner guns, which type and press Enter, and for numbers read aloud. Sends by itself without the page's program. */
export function ScannedCodeField({ action, sessionId, onCode, onTyping }: CodeFieldProps) {
  const [state, send] = useActionState(action, idleForm);
  const field = useRef<HTMLInputElement>(null);
  const said = state.status === 'ok' ? saidBy(state.data) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = field.current?.value.trim();
    if (code) onCode(code);
    else onTyping();
    if (field.current) field.current.value = '';
    field.current?.focus();
  };
  return (
    <form action={send} onSubmit={submit} noValidate>
      <input type="hidden" name="sessionId" value={sessionId} />
      <label htmlFor="code" className="mb-1 block font-semibold">
        扫码枪或预约号
      </label>
      <div className="flex gap-2">
        <input
          ref={field}
          id="code"
          name="code"
          className="input min-w-0 flex-1"
          autoComplete="off"
          autoCapitalize="characters"
          enterKeyHint="done"
          maxLength={400}
          // biome-ignore lint/a11y/noAutofocus: a scanner gun types wherever the focus is
          autoFocus
          onInput={onTyping}
          onKeyDown={(event) => event.key === 'Escape' && onTyping()}
        />
        <button type="submit" className={buttonClass({ variant: 'secondary' })}>
          签到
        </button>
      </div>
      {said && (
        <Notice tone={said.tone === 'green' ? 'success' : 'warning'} live className="mt-3">
          {said.title}。{said.next}
        </Notice>
      )}
      {state.status === 'invalid' && (
        <p role="alert" className="mt-1 text-secondary text-error">
          错误：{state.fieldErrors?.code ?? '请扫码或填写预约号'}
        </p>
      )}
    </form>
  );
}
