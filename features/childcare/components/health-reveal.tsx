'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { buttonClass } from '@/components/ui/button-style';

interface HealthRevealProps {
  action: FormAction;
  sessionId: string;
  bookingId: string;
}

/** 健康提示, on request; the look is recorded and the guardians read it. */
export function HealthReveal({ action, sessionId, bookingId }: HealthRevealProps) {
  const [state, look] = useActionState(action, idleForm);
  if (state.status === 'ok') {
    const { notes } = state.data as { notes: string };
    return (
      <p role="status" className="rounded-card bg-warning-50 p-4">
        {notes}
      </p>
    );
  }
  return (
    <form action={look}>
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="bookingId" value={bookingId} />
      <button type="submit" className={buttonClass({ variant: 'secondary' })}>
        查看健康提示
      </button>
      <p className="mt-1 text-secondary text-ink-2">家长会看到您查看过。</p>
      {state.status !== 'idle' && <p role="alert">{state.message ?? '没有读到，请重试'}</p>}
    </form>
  );
}
