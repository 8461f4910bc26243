'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { Notice } from '@/components/ui/notice';
import type { RollSheetKind } from '../schema/roll';
import { BadgeSheets } from './desk-print-badges';
import { type DayRollSheet, PrintSheets } from './desk-print-roll';
import { SeatSheets } from './desk-print-seats';
import { NamesForm } from './names-form';

interface Props {
  action: FormAction;
  sessionId: string;
  /** Where the second factor is given, and back here. */
  confirmHref: string;
  kind: RollSheetKind;
  sheet: DayRollSheet;
  /** Seats side by side. */
  across: number;
}

type Names = Readonly<Record<string, { attendee: string; guardian: string | null }>>;

const examples = { sign: '第一天签到', seats: '开班排座', badges: '制作胸卡' } as const;

/** The sheet with masked names; with whole ones for a stated reason, which the ledger keeps once. */
export function PrintRoll({ action, sessionId, confirmHref, kind, sheet, across }: Props) {
  const [state, ask, pending] = useActionState(action, idleForm);
  const names = state.status === 'ok' ? (state.data as Names) : null;
  const lines = names
    ? sheet.lines.map((line) => ({ ...line, ...names[line.bookingId] }))
    : sheet.lines;
  return (
    <>
      {names ? (
        <Notice tone="success" live className="no-print mb-4">
          已换成完整姓名，用途已记录。用后请收好，离开本页就隐去。
        </Notice>
      ) : (
        <NamesForm
          {...{ ask, state, pending, confirmHref }}
          fields={{ sessionId, sheet: kind }}
          example={examples[kind]}
        />
      )}
      {kind === 'sign' && <PrintSheets {...sheet} lines={lines} />}
      {kind === 'seats' && <SeatSheets {...sheet} lines={lines} across={across} />}
      {kind === 'badges' && <BadgeSheets {...sheet} lines={lines} />}
    </>
  );
}
