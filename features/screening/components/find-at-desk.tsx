'use client';
import { useActionState, useEffect, useRef } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { InlineForm } from '@/components/forms/inline-form';
import { SubmitButton } from '@/components/forms/submit-button';
import { Tag } from '@/components/ui/tag';

interface Found {
  bookingId: string;
  number: string;
  attendee: string;
  tail: string;
  status: string;
  isReturn: boolean;
}

function Hit({ line, mark }: { line: Found; mark: FormAction }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-2">
      <span>
        <b>{line.attendee}</b> {line.isReturn && <Tag tone="info">复查</Tag>}
        <span className="ml-3 text-ink-2">证件尾号 {line.tail}</span>
        <span className="block text-meta text-ink-3">{line.number}</span>
      </span>
      {line.status === 'attended' ? (
        <Tag tone="success">已到检</Tag>
      ) : (
        <InlineForm action={mark} fields={{ bookingId: line.bookingId, to: 'attended' }}>
          <SubmitButton block={false}>标记已到检</SubmitButton>
        </InlineForm>
      )}
    </li>
  );
}

/** One field for a scanner, a number, four digits or a name; what it finds is marked right there. */
export function FindAtDesk({ find, mark }: { find: FormAction; mark: FormAction }) {
  const [state, send] = useActionState(find, idleForm);
  const field = useRef<HTMLInputElement>(null);
  const lines = state.status === 'ok' ? (state.data as { lines: Found[] }).lines : [];
  const wrong = state.status === 'ok' ? undefined : (state.message ?? state.fieldErrors?.typed);
  // The next one can be scanned at once.
  useEffect(() => {
    if (state.status !== 'idle') field.current?.select();
  }, [state]);
  return (
    <section aria-label="查找" className="no-print mb-6 max-w-[640px]">
      <form action={send} noValidate>
        <label htmlFor="typed" className="mb-1 block font-semibold">
          扫码，或输入预约号、姓名、证件后四位
        </label>
        <div className="flex gap-2">
          <input
            ref={field}
            id="typed"
            name="typed"
            autoComplete="off"
            className="input min-w-0 flex-auto"
            defaultValue={typeof state.values?.typed === 'string' ? state.values.typed : ''}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'typed-wrong' : undefined}
          />
          <SubmitButton
            block={false}
            className="flex-none whitespace-nowrap"
            variant={lines.length > 0 ? 'secondary' : 'primary'}
          >
            查找
          </SubmitButton>
        </div>
        {wrong && (
          <p id="typed-wrong" role="alert" className="mt-1 text-error">
            错误：{wrong}
          </p>
        )}
      </form>
      {lines.length > 0 && (
        <ul className="lines mt-3" aria-label="找到">
          {lines.map((line) => (
            <Hit key={line.bookingId} line={line} mark={mark} />
          ))}
        </ul>
      )}
    </section>
  );
}
