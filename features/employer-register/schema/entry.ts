import { z } from 'zod';
import {
  headCountEvidence,
  registerOrigins,
  registerSources,
  registerStatuses,
} from '@/db/schema/enums';
import { usccOrNone } from '@/features/organisations/schema/organisation';
import { day, optionalDay, recordId, recordVersion, wholeNumber } from '@/lib/forms/form-fields';
import { one } from '@/lib/one';
import { sharedWords } from '@/lib/search';
import { cleanText, optionalText } from '@/lib/text';

const chosen = z
  .union([recordId, z.literal('')])
  .optional()
  .transform((id) => id || null);

const evidence = z.enum(headCountEvidence, { error: '请选人数的依据' });
const count = wholeNumber(0, 999_999, '请填职工人数');

/** An employer as it is entered: the head count may follow with the first visit. */
export const enterEmployerInput = z
  .strictObject({
    name: cleanText({ max: 80, min: 2, required: '请填写单位全称' }),
    uscc: usccOrNone,
    townId: chosen,
    industry: optionalText({ max: 40 }),
    address: optionalText({ max: 100 }),
    source: z.enum(registerSources, { error: '请选来源' }),
    origin: z.enum(registerOrigins, { error: '请选台账内还是台账外' }),
    enteredOn: day('请选日期'),
    staffCount: z.preprocess((v) => (v === '' ? undefined : v), count.optional()),
    staffCountedOn: optionalDay,
    staffEvidence: z
      .union([evidence, z.literal('')])
      .optional()
      .transform((chosenEvidence) => chosenEvidence || null),
    responsibleId: chosen,
    nextVisitOn: optionalDay,
  })
  .superRefine(({ staffCount, staffCountedOn, staffEvidence }, ctx) => {
    if (staffCount === undefined) return;
    if (!staffCountedOn)
      ctx.addIssue({ code: 'custom', path: ['staffCountedOn'], message: '请选人数是哪天的' });
    if (!staffEvidence)
      ctx.addIssue({ code: 'custom', path: ['staffEvidence'], message: '请选人数的依据' });
  });
export type EnterEmployerInput = z.output<typeof enterEmployerInput>;

const entry = { employerId: recordId, version: recordVersion };

export const setStatusInput = z.strictObject({
  ...entry,
  status: z.enum(registerStatuses, { error: '请选状态' }),
  reason: optionalText({ max: 100 }),
});
export type SetStatusInput = z.output<typeof setStatusInput>;

export const countStaffInput = z.strictObject({
  ...entry,
  staffCount: count,
  staffCountedOn: day('请选人数是哪天的'),
  staffEvidence: evidence,
});
export type CountStaffInput = z.output<typeof countStaffInput>;

export const assignEntryInput = z.strictObject({
  ...entry,
  responsibleId: chosen,
  nextVisitOn: optionalDay,
});
export type AssignEntryInput = z.output<typeof assignEntryInput>;

export const listEntryInput = z.strictObject({
  ...entry,
  listedOn: day('请选列入台账的日期'),
});
export type ListEntryInput = z.output<typeof listEntryInput>;

const wish = <T extends z.ZodType>(type: T) => z.preprocess(one, type.optional().catch(undefined));

export const registerViews = ['open', 'due', 'unassigned', 'large', 'all'] as const;

/** What the list asks of the address; anything odd counts as not asked for. */
export const registerFilter = z.object({
  q: wish(sharedWords),
  view: z.preprocess(one, z.enum(registerViews).catch('open')),
  town: wish(recordId),
  status: wish(z.enum(registerStatuses)),
  origin: wish(z.enum(registerOrigins)),
  source: wish(z.enum(registerSources)),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type RegisterFilter = z.output<typeof registerFilter>;
