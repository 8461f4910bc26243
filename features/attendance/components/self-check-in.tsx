'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';

interface Place {
  readonly bookingId: string;
  readonly name: string;
  /** 14:02 when already there. */
  readonly came: string | null;
}

interface Props {
  action: FormAction;
  ticket: string;
  place: Place;
}

const timeOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'at' in data ? String(data.at) : null;

/** One place of the person who scanned: 签到, or when they came. */
export function SelfCheckIn({ action, ticket, place }: Props) {
  const [state, send] = useActionState(action, idleForm);
  const came = place.came ?? (state.status === 'ok' ? timeOf(state.data) : null);
  if (came) {
    return (
      <p role="status" className="rounded-card bg-success p-6 text-center text-white">
        <b className="block text-figure">已签到 {came}</b>
        {place.name}
      </p>
    );
  }
  const failed = state.status !== 'idle' && state.status !== 'ok';
  return (
    <form action={send}>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="bookingId" value={place.bookingId} />
      {failed && (
        <p role="alert" className="mb-3 text-error" data-code={state.code}>
          错误：{state.message ?? '没有办成，请再扫一次'}
        </p>
      )}
      <SubmitButton pendingText="签到中…">{place.name} 签到</SubmitButton>
    </form>
  );
}
