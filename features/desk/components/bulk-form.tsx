'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { SubmitButton } from '@/components/forms/submit-button';
import type { RowResult } from '@/lib/forms/each-row';
import { useUndo } from './use-undo';

export interface BulkLine {
  id: string;
  version: number;
  title: string;
  sub: string;
  /** What approving does: 审核中 → 已通过. */
  change: string;
  /** Why it stays behind; such a row is not sent. */
  blockedReason: string | null;
}

interface BulkFormProps {
  action: FormAction;
  undo?: FormAction;
  lines: readonly BulkLine[];
  submit: string;
  words: Readonly<Record<string, string>>;
  idempotencyKey: string;
}

interface BulkResult {
  rows: readonly RowResult[];
  undoMs: number;
}
const nothing: BulkResult = { rows: [], undoMs: 0 };

function said(result: RowResult, words: BulkFormProps['words']): string {
  if (result.decision) return result.decision === 'passed_on' ? '已同意，转上级确认' : '已通过';
  const { who, when, what } = result.detail ?? {};
  if (who && when) return `没有办成：已由 ${who} 于 ${when} ${what ?? '办理'}`;
  return `没有办成：${words[result.reason ?? ''] ?? '请单独打开核对'}`;
}

interface UndoAllProps {
  undo: FormAction;
  decisions: readonly string[];
  forMs: number;
}

function UndoAll({ undo, decisions, forMs }: UndoAllProps) {
  const { send, left, failed, over } = useUndo(undo, forMs);
  if (over) return null;
  return (
    <form action={send} className="mt-3">
      {decisions.map((decision) => (
        <input key={decision} type="hidden" name="decisionIds" value={decision} />
      ))}
      <SubmitButton variant="secondary" block={false} pendingText="撤销中…">
        {`撤销这 ${decisions.length} 件（${left} 秒）`}
      </SubmitButton>
      {failed && (
        <p role="alert" className="mt-1 text-error">
          错误：{failed}
        </p>
      )}
    </form>
  );
}

/** Every ticked case with what will change, then one button, then what became of each row. */
export function BulkForm({ action, undo, lines, submit, words, idempotencyKey }: BulkFormProps) {
  const [state, send] = useActionState(action, idleForm);
  const done = state.status === 'ok' ? (state.data as BulkResult) : nothing;
  const results = done.rows;
  const byId = new Map(results.map((row) => [row.id, row]));
  const decisions = results.flatMap((row) => row.undo ?? []);
  const going = lines.filter((line) => line.blockedReason === null);
  return (
    <>
      <form action={send}>
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <ul className="rounded-card border border-line bg-surface">
          {lines.map((line) => {
            const result = byId.get(line.id);
            const bad = result ? !result.decision : line.blockedReason !== null;
            return (
              <li
                key={line.id}
                className="flex flex-wrap justify-between gap-x-6 border-line px-4 py-[10px] not-first:border-t"
              >
                {line.blockedReason === null && (
                  <input type="hidden" name="rows" value={`${line.id}:${line.version}`} />
                )}
                <span className="min-w-0">
                  <b>{line.title}</b>
                  <span className="block text-table text-ink-2">{line.sub}</span>
                </span>
                <span className={bad ? 'text-error' : 'text-ink-2'}>
                  {result ? said(result, words) : (line.blockedReason ?? line.change)}
                </span>
              </li>
            );
          })}
        </ul>
        {state.status !== 'idle' && state.status !== 'ok' && (
          <p role="alert" className="mt-3 text-error">
            错误：{state.message ?? Object.values(state.fieldErrors ?? {})[0]}
          </p>
        )}
        {results.length === 0 && going.length > 0 && (
          <div className="mt-4">
            <SubmitButton block={false} pendingText="逐件办理中…">
              {submit.replace('{n}', String(going.length))}
            </SubmitButton>
          </div>
        )}
      </form>
      {results.length > 0 && (
        <p role="status" className="mt-3 font-semibold">
          {`办成 ${results.filter((row) => row.decision).length} 件，没有办成 ${results.filter((row) => !row.decision).length} 件。`}
        </p>
      )}
      {undo && decisions.length > 0 && (
        <UndoAll undo={undo} decisions={decisions} forMs={done.undoMs} />
      )}
    </>
  );
}
