'use client';
import { useActionState, useEffect, useState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';

interface UndoBarProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  text: string;
  /** By the server's clock, in ms; the phone's own is not trusted. */
  until: number;
  serverNow: number;
}

/** 「已通过：韦小满 · 撤销（8 秒）」; gone when the messages have left. The server has the last word. */
export function UndoBar({ action, fields, text, until, serverNow }: UndoBarProps) {
  const [state, send, pending] = useActionState(action, idleForm);
  const [left, setLeft] = useState(Math.ceil((until - serverNow) / 1000));
  useEffect(() => {
    const end = Date.now() + until - serverNow;
    const timer = setInterval(() => setLeft(Math.ceil((end - Date.now()) / 1000)), 500);
    return () => clearInterval(timer);
  }, [until, serverNow]);
  const failed = state.status !== 'idle' && state.status !== 'ok';
  if (left <= 0 && !failed && !pending) return null;
  return (
    <div
      role="status"
      className="no-print sticky top-12 z-10 flex flex-none items-center justify-between gap-3 bg-ink px-4 py-2 text-white"
    >
      <span className="min-w-0">{failed ? state.message : text}</span>
      {!failed && (
        <form action={send} id="undo" className="flex-none">
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button
            type="submit"
            aria-busy={pending || undefined}
            className="min-h-target rounded-input border border-white px-3 font-semibold"
          >
            撤销（{Math.max(left, 0)} 秒）
          </button>
        </form>
      )}
    </div>
  );
}
