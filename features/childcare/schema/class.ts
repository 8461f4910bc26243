import { z } from 'zod';
import { checklistItems, classRoles } from '@/db/schema/enums';
import { phoneMessages } from '@/lib/china/id/messages';
import { parsePhone } from '@/lib/china/id/phone';
import { isRealDate } from '@/lib/dates';
import { several } from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

const cutShort = '链接不完整，请返回重选';
const id = z.uuid(cutShort);
/** Null where the form sends it empty. */
const idOrNone = z.union([id, z.literal('')], { error: cutShort });
const day = z.string().refine(isRealDate, '请填写正确的日期');
const phone = z
  .string({ error: '请填写手机号' })
  .max(30, '手机号应为 11 位')
  .transform((typed, check) => {
    const parsed = parsePhone(typed);
    if (parsed.ok) return parsed.normalised;
    check.addIssue({ code: 'custom', message: phoneMessages[parsed.reason] });
    return z.NEVER;
  });

export const addClassStaffInput = z.strictObject({
  sessionId: id,
  name: cleanText({ max: 20, min: 2, required: '请填写姓名' }),
  role: z.enum(classRoles, { error: '请选择身份' }),
  phone,
});

export const classStaffInput = z.strictObject({ staffId: id });

/** Nothing of the answer itself is asked: whoever did not pass is simply not registered (未成年人保护法 62). */
export const recordCheckInput = z.strictObject({
  staffId: id,
  passedOn: day,
  reference: cleanText({ max: 40, required: '请填写查询编号' }),
});

export const recordChecklistInput = z.strictObject({
  sessionId: id,
  item: z.enum(checklistItems, { error: '请选择检查项目' }),
  doneOn: day,
  note: cleanText({ max: 100, required: '请写明结果' }),
});

/** What of an earlier class is taken over. */
export const copyClassInput = z.strictObject({
  sessionId: id,
  fromId: id,
  staff: several(id, 50),
  items: several(z.enum(checklistItems, { error: '请选择检查项目' }), 5),
});

export const classInput = z.strictObject({ sessionId: id });

export const signInInput = z.strictObject({ sessionId: id, bookingId: id });

const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, '接送码是 6 位数字');

export const handOverInput = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('person'),
    sessionId: id,
    bookingId: id,
    who: z.string().regex(/^(guardian|listed):[0-9a-f-]{36,64}$/, '请选择来接的人'),
  }),
  z.strictObject({ by: z.literal('code'), sessionId: id, bookingId: id, code }),
  z.strictObject({
    by: z.literal('stranger'),
    sessionId: id,
    bookingId: id,
    stranger: optionalText({ max: 40 }),
  }),
]);

export const childRecordInput = z.strictObject({ sessionId: id, bookingId: id });

export const recordIncidentInput = z.strictObject({
  sessionId: id,
  /** Empty when it concerned the whole class. */
  bookingId: idOrNone.transform((v) => v || null),
  on: day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '请填写时间，如 10:30'),
  what: cleanText({ max: 300, required: '请写明发生了什么', multiline: true }),
  action: cleanText({ max: 300, required: '请写明怎样处理', multiline: true }),
  told: optionalText({ max: 60 }),
  corrects: idOrNone.optional().transform((v) => v || null),
});

export type AddClassStaffInput = z.output<typeof addClassStaffInput>;
export type CopyClassInput = z.output<typeof copyClassInput>;
export type RecordCheckInput = z.output<typeof recordCheckInput>;
export type RecordChecklistInput = z.output<typeof recordChecklistInput>;
export type SignInInput = z.output<typeof signInInput>;
export type HandOverInput = z.output<typeof handOverInput>;
export type ChildRecordInput = z.output<typeof childRecordInput>;
export type RecordIncidentInput = z.output<typeof recordIncidentInput>;

/** Whole names and pick-up people on paper; `on` is the day of the sheet. */
export const printPickUpInput = z.strictObject({
  sessionId: id,
  on: day,
  reason: cleanText({ max: 100, required: '请写明用途，如：今天交接' }),
});
export type PrintPickUpInput = z.output<typeof printPickUpInput>;

/** `?on=`; anything else is as if not asked. */
export const pickUpSearch = z.object({ on: day.optional().catch(undefined) });

/** A note for whoever looks after the class next; about all of it where no child is named. */
export const writeClassNoteInput = z.strictObject({
  sessionId: id,
  bookingId: idOrNone.optional().transform((booking) => booking || null),
  text: cleanText({ max: 300, required: '请写要交接的事', multiline: true }),
});
export type WriteClassNoteInput = z.output<typeof writeClassNoteInput>;

export const closeClassNoteInput = z.strictObject({ sessionId: id, noteId: id });
export type CloseClassNoteInput = z.output<typeof closeClassNoteInput>;
