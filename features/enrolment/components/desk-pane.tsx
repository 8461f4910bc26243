import type { ReactNode } from 'react';
import type { FormAction } from '@/components/forms/form-state';
import { CasePane } from '@/components/ui/case-pane';
import type { Sentences } from '@/features/review/rules/desk';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { undoNote } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';
import { getBookingCase } from '../queries/desk-case';
import { BookingCaseDetail } from './desk-case';
import { BookingDecide } from './desk-decide';

interface BookingPaneProps {
  ctx: Ctx;
  id: string;
  listHref: string;
  back: string;
  next?: string;
  sentences: Sentences;
  /** 查看 beside the name. */
  reveal: FormAction;
  /** What the person answered to the offering's questions. */
  answers?: ReactNode;
  /** What officers have among themselves about it: over the facts, and below them. */
  above?: ReactNode;
  below?: ReactNode;
}

/** The right side of the inbox with a booking open. */
export async function BookingPane({
  ctx,
  id,
  listHref,
  answers,
  reveal,
  above,
  below,
  ...decide
}: BookingPaneProps) {
  const [booking, rules] = await Promise.all([
    getBookingCase(ctx, id),
    readSettings(ctx, { undoSeconds }),
  ]);
  const note = undoNote(rules.undoSeconds);
  const decidable = booking.status === 'pending' && !booking.own;
  return (
    <CasePane
      backHref={listHref}
      backLabel="返回列表"
      bar={decidable && <BookingDecide key={id} booking={booking} note={note} {...decide} />}
    >
      {above}
      <BookingCaseDetail booking={booking} reveal={reveal}>
        {answers}
      </BookingCaseDetail>
      {below}
    </CasePane>
  );
}
