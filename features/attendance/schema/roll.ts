import { z } from 'zod';
import { absenceCause } from '@/features/absences/schema';

const uuid = z.uuid({ error: '编号无效' });

export const rollMarks = ['present', 'absent', 'excused', 'none'] as const;
export type RollMark = (typeof rollMarks)[number];

/** One person at one meeting, or everyone still unmarked when no booking is named; `none` takes back. */
export const markRollInput = z
  .strictObject({
    sessionId: uuid,
    on: z.iso.date({ error: '日期无效' }),
    bookingId: uuid.optional(),
    to: z.enum(rollMarks, { error: '请选到场、缺席或请假' }),
    cause: absenceCause.optional(),
  })
  .refine((f) => f.to !== 'excused' || (f.bookingId !== undefined && f.cause !== undefined), {
    path: ['cause'],
    message: '请假要逐人选一个原因',
  });
export type MarkRollInput = z.output<typeof markRollInput>;
