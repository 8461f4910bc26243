'use client';
import { useActionState } from 'react';
import { type FormAction, idleForm } from '@/components/forms/form-state';
import { Notice } from '@/components/ui/notice';
import { NamesForm } from '@/features/rolls/components/names-form';
import { PickUpPaper } from './pick-up-paper';

interface Props {
  action: FormAction;
  sessionId: string;
  /** The day of the sheet, `YYYY-MM-DD`. */
  on: string;
  confirmHref: string;
  title: string;
  about: string;
  foot: string;
  lines: readonly { bookingId: string; child: string }[];
}

type Whole = Readonly<
  Record<string, { child: string; fetchers: readonly string[]; away: boolean }>
>;

/** 接送表: masked until a reason is given, which the ledger keeps and each child's guardians see. */
export function PrintPickUp({ action, sessionId, on, confirmHref, lines, ...paper }: Props) {
  const [state, ask, pending] = useActionState(action, idleForm);
  const whole = state.status === 'ok' ? (state.data as Whole) : null;
  const shown = lines.map((line) => ({
    ...line,
    fetchers: null,
    away: false,
    ...whole?.[line.bookingId],
  }));
  return (
    <>
      {whole ? (
        <Notice tone="success" live className="no-print mb-4">
          已换成完整姓名，用途已记录，家长看得到。用后请收好，离开本页就隐去。
        </Notice>
      ) : (
        <NamesForm
          {...{ ask, state, pending, confirmHref }}
          fields={{ sessionId, on }}
          example="今天交接"
        />
      )}
      <PickUpPaper {...paper} lines={shown} />
    </>
  );
}
