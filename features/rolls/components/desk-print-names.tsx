'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { TextLink } from '@/components/ui/app-link';
import { buttonClass } from '@/components/ui/button-style';
import { Notice } from '@/components/ui/notice';
import { type DayRollSheet, PrintSheets } from './desk-print-roll';

interface Props {
  action: FormAction;
  sessionId: string;
  /** Where the second factor is given, and back here. */
  confirmHref: string;
  sheet: DayRollSheet;
}

type Names = Readonly<Record<string, { attendee: string; guardian: string | null }>>;

/** The sheet with masked names; with whole ones for a stated reason, which the ledger keeps once. */
export function PrintRoll({ action, sessionId, confirmHref, sheet }: Props) {
  const [state, ask, pending] = useActionState(action, idleForm);
  const names = state.status === 'ok' ? (state.data as Names) : null;
  const lines = names
    ? sheet.lines.map((line) => ({ ...line, ...names[line.bookingId] }))
    : sheet.lines;
  const words = state.fieldErrors?.reason ?? state.message;
  return (
    <>
      {names ? (
        <Notice tone="success" live className="no-print mb-4">
          已换成完整姓名，用途已记录。用后请收好，离开本页就隐去。
        </Notice>
      ) : (
        <form action={ask} className="no-print mb-4 flex max-w-form flex-wrap items-end gap-3">
          <input type="hidden" name="sessionId" value={sessionId} />
          <div className="min-w-0 flex-[1_1_16em]">
            <label htmlFor="print-reason" className="mb-1 block font-semibold">
              要完整姓名，请写明用途
            </label>
            <input
              id="print-reason"
              name="reason"
              className="input"
              autoComplete="off"
              placeholder="如：第一天签到"
              defaultValue={String(state.values?.reason ?? '')}
              aria-invalid={words ? true : undefined}
              aria-describedby={words ? 'print-error' : undefined}
            />
          </div>
          <button
            type="submit"
            aria-busy={pending || undefined}
            className={buttonClass({ variant: 'secondary' })}
          >
            {pending ? '读取中…' : '换成完整姓名'}
          </button>
          {words && (
            <p id="print-error" role="alert" className="w-full text-error">
              错误：{words}。
              {state.code === 'step_up' && <TextLink href={confirmHref}>输入动态码</TextLink>}
            </p>
          )}
        </form>
      )}
      <PrintSheets {...sheet} lines={lines} />
    </>
  );
}
