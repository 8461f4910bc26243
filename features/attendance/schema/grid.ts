import { z } from 'zod';
import { absenceCauses } from '@/db/schema/enums';
import type { AbsenceCause } from '@/features/absences/rules';
import { recordId, several } from '@/lib/forms/form-fields';
import { type RollMark, rollMarks } from './roll';

/** A term's class at ten days a sheet; more cells than that come from no page of ours. */
const MOST_MARKS = 600;

/** One cell that was tapped: whom, which meeting, what stood there, what it becomes. */
export interface GridMark {
  readonly bookingId: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly seen: RollMark;
  readonly to: RollMark;
  readonly cause: AbsenceCause | null;
}

const state = `(${rollMarks.join('|')})`;
const cellForm = new RegExp(
  `^([0-9a-f-]{36})\\|(\\d{4}-\\d{2}-\\d{2})\\|${state}(?:\\|${state}(?:-(${absenceCauses.join('|')}))?)?$`,
);

/** A cell as a form field says it: `booking|day|seen`, with `|to` or `|excused-cause` once it is chosen. */
export const cellValue = ({ bookingId, on, seen }: Omit<GridMark, 'to' | 'cause'>): string =>
  [bookingId, on, seen].join('|');

/** What is chosen to put into cells: `present`, `excused-work`. */
export const gridChoice = z
  .string({ error: '请选到场、缺席或请假' })
  .regex(new RegExp(`^${state}(-(${absenceCauses.join('|')}))?$`), '请选到场、缺席或请假');

const cell = z.string().regex(cellForm, '格子无效，请刷新后重试');

function markOf(value: string): GridMark {
  const [, bookingId = '', on = '', seen = 'none', to = 'none', cause] =
    value.match(cellForm) ?? [];
  return {
    bookingId,
    on,
    seen: seen as RollMark,
    to: to as RollMark,
    cause: (cause as AbsenceCause | undefined) ?? null,
  };
}

/**
 * The cells that were tapped, each with its mark; without script one cell that was pressed and the chosen
 * mark. The same mark as stands there takes it back.
 */
export const markGridInput = z
  .strictObject({
    sessionId: recordId,
    choice: gridChoice.optional(),
    cell: cell.optional(),
    mark: several(cell, MOST_MARKS),
  })
  .transform(({ sessionId, choice, cell: pressed, mark }, ctx) => {
    const pressedMark = pressed && choice ? [`${pressed}|${choice}`] : [];
    const marks = [...mark, ...pressedMark].map(markOf).map((one) => {
      const same = one.to === one.seen && pressedMark.length > 0;
      return same ? { ...one, to: 'none' as const, cause: null } : one;
    });
    if (marks.some((one) => one.to === 'excused' && one.cause === null)) {
      ctx.addIssue({ code: 'custom', path: ['choice'], message: '请假要选一个原因' });
    }
    return { sessionId, marks };
  });
export type MarkGridInput = z.output<typeof markGridInput>;
