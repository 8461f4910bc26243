'use client';
import { useActionState, useEffect, useState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';

/**
 * A form that takes decisions back while their messages have not left; the server has the last word.
 * @param forMs how long that still is, by the server's clock: the phone's own is not trusted
 * @returns `left` in whole seconds; `over` when the form has nothing more to say; `failed` as said, or null
 */
export function useUndo(action: FormAction, forMs: number) {
  const [state, send, pending] = useActionState(action, idleForm);
  const [left, setLeft] = useState(Math.ceil(forMs / 1000));
  useEffect(() => {
    const end = performance.now() + forMs;
    const timer = setInterval(
      () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000))),
      500,
    );
    return () => clearInterval(timer);
  }, [forMs]);
  const done = state.status === 'idle' || state.status === 'ok';
  const failed = done ? null : (state.message ?? '没有撤销成，请刷新后核对');
  return { send, pending, left, failed, over: left <= 0 && !failed && !pending };
}
