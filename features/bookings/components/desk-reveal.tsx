'use client';
import { type ReactNode, useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import type { Revealed } from '../rules/booking-line';
import { useShown } from './reveal-all';

interface RevealProps {
  action: FormAction;
  bookingId: string;
  /** The masked name, shown until somebody looks. */
  children: ReactNode;
}

/** 查看: one row in whole, on request; the server records each look. */
export function Reveal({ action, bookingId, children }: RevealProps) {
  const [state, look, pending] = useActionState(action, idleForm);
  const all = useShown(bookingId);
  const one = state.status === 'ok' ? (state.data as Revealed) : all;
  if (one) {
    const { attendee, guardian, phone } = one;
    return (
      <span role="status" className="whitespace-normal">
        <b>{attendee}</b>
        {guardian && <span className="block text-ink-2">家长 {guardian}</span>}
        <span className="block text-ink-2">{phone}</span>
      </span>
    );
  }
  return (
    <form action={look} className="inline-flex items-baseline gap-x-2">
      <span>{children}</span>
      <input type="hidden" name="bookingId" value={bookingId} />
      <button type="submit" className="link reach min-h-6 px-1" aria-busy={pending || undefined}>
        {pending ? '读取中…' : '查看'}
      </button>
      {state.status !== 'idle' && (
        <span role="alert" className="text-error">
          {state.message ?? '没有读到，请重试'}
        </span>
      )}
    </form>
  );
}
