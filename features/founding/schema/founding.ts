import { z } from 'zod';
import { foundingForms } from '@/db/schema/enums';
import { usccMessages } from '@/lib/china/id/messages';
import { parseUscc } from '@/lib/china/id/uscc';
import { day, recordId, recordVersion, wholeNumber } from '@/lib/forms/form-fields';
import { cleanText } from '@/lib/text';
import { contactFields } from './papers';

export const beginFoundingInput = z.strictObject({
  employerId: recordId,
  form: z.enum(foundingForms, { error: '请选怎么建' }),
  name: cleanText({ max: 60, min: 4, required: '请填工会全称' }),
  parentId: z.uuid('请选上级工会'),
  ...contactFields,
});
export type BeginFoundingInput = z.output<typeof beginFoundingInput>;

/** Which founding, and how many steps the page showed. */
const seen = { foundingId: recordId, position: recordVersion };

export const addFirmInput = z.strictObject({
  ...seen,
  firm: cleanText({ max: 80, min: 2, required: '请填信用代码或全称' }),
});
export type AddFirmInput = z.output<typeof addFirmInput>;

export const removeFirmInput = z.strictObject({ ...seen, employerId: recordId });
export type RemoveFirmInput = z.output<typeof removeFirmInput>;

const documentNo = cleanText({ max: 40, required: '请照纸面填文号' });
const doneOn = day('请选日期');

/** A step that is a paper and its day. */
export const paperInput = z.strictObject({ ...seen, doneOn, documentNo });
export type PaperInput = z.output<typeof paperInput>;

const counted = wholeNumber(0, 99_999, '请填人数');

/** Fields `<prefix>_<id>` of a form as a table by id; what is wrong stands beside its field. */
const byId = (prefix: string) => (sent: Record<string, unknown>, ctx: z.core.$RefinementCtx) => {
  const table: Record<string, number> = {};
  for (const [key, value] of Object.entries(sent)) {
    const [head, id = ''] = key.split('_');
    if (head !== prefix) {
      ctx.addIssue({ code: 'custom', path: [key], message: '请刷新后重填' });
      continue;
    }
    const number = counted.safeParse(value);
    const known = recordId.safeParse(id);
    if (number.success && known.success) table[id] = number.data;
    else ctx.addIssue({ code: 'custom', path: [key], message: '请填人数（整数）' });
  }
  return table;
};

export const countMembersInput = z
  .looseObject({ ...seen, doneOn, women: counted })
  .transform(({ foundingId, position, doneOn: on, women, ...rest }, ctx) => ({
    ...{ foundingId, position, women, doneOn: on },
    members: byId('members')(rest, ctx),
  }));
export type CountMembersInput = z.output<typeof countMembersInput>;

export const reportCandidatesInput = z.strictObject({
  ...seen,
  doneOn,
  documentNo,
  seats: wholeNumber(1, 50, '请填委员会人数'),
});
export type ReportCandidatesInput = z.output<typeof reportCandidatesInput>;

export const convokeInput = z
  .looseObject({
    ...seen,
    doneOn,
    kind: z.enum(['members', 'delegates'], { error: '请选开的是哪种会' }),
    due: counted,
    present: counted,
    issued: counted,
    returned: counted,
    valid: counted,
  })
  .transform(
    (
      { foundingId, position, doneOn: on, kind, due, present, issued, returned, valid, ...rest },
      ctx,
    ) => ({
      ...{ foundingId, position, doneOn: on, kind, due, present, issued, returned, valid },
      votes: byId('votes')(rest, ctx),
    }),
  );
export type ConvokeInput = z.output<typeof convokeInput>;

/** 工会法 16: a term is three years or five. */
export const establishInput = z.strictObject({
  ...seen,
  doneOn,
  documentNo,
  term: z
    .enum(['3', '5'], { error: '任期是 3 年或 5 年' })
    .transform((years) => (years === '3' ? 3 : 5)),
});
export type EstablishInput = z.output<typeof establishInput>;

export const certifyInput = z.strictObject({
  ...seen,
  doneOn,
  documentNo,
  uscc: z.string({ error: '请填证书上的代码' }).transform((raw, ctx) => {
    const parsed = parseUscc(raw);
    if (parsed.ok) return parsed.normalised;
    ctx.addIssue({ code: 'custom', message: usccMessages[parsed.reason] });
    return z.NEVER;
  }),
});
export type CertifyInput = z.output<typeof certifyInput>;

export const abandonInput = z.strictObject({
  ...seen,
  reason: cleanText({ max: 100, required: '请写为什么不建了' }),
});
export type AbandonInput = z.output<typeof abandonInput>;
