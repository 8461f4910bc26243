'use client';
import type { FormAction } from '@/components/forms/form-state';
import { useUndo } from './use-undo';

interface UndoBarProps {
  action: FormAction;
  fields: Readonly<Record<string, string>>;
  text: string;
  /** How long the decision can still be taken back. */
  forMs: number;
}

/** 「已通过：韦小满 · 撤销（8 秒）」; gone when the messages have left. */
export function UndoBar({ action, fields, text, forMs }: UndoBarProps) {
  const { send, pending, left, failed, over } = useUndo(action, forMs);
  if (over) return null;
  return (
    <div
      role="status"
      className="no-print sticky top-12 z-10 flex flex-none items-center justify-between gap-3 bg-ink px-4 py-2 text-white"
    >
      <span className="min-w-0">{failed ?? text}</span>
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
            撤销（{left} 秒）
          </button>
        </form>
      )}
    </div>
  );
}
