import { z } from 'zod';
import { cleanText, optionalText } from '@/lib/text';
import {
  linesOf,
  optionalDay,
  optionalInstant,
  optionalNumber,
  recordId,
  recordVersion,
  several,
  ticked,
  wholeNumber,
} from './form-fields';
import { certificates, detailsOf, kinds, offeringRules } from './offering';

const line = (max: number) => optionalText({ max }).transform((text) => text ?? '');
const text = (max: number) => optionalText({ max, multiline: true }).transform((t) => t ?? '');
const money = z
  .string()
  .regex(/^(\d{1,5}(\.\d{1,2})?)?$/, '请填金额，如 20')
  .optional()
  .transform((yuan) => Math.round(Number(yuan || 0) * 100));

const shared = {
  title: cleanText({ max: 40, required: '请填名称' }),
  summary: line(60),
  description: text(2000),
  contactPhone: z
    .string()
    .trim()
    .regex(/^([\d-]{5,20})?$/, '请填电话号码，如 0775-4567890')
    .optional()
    .transform((v) => v || null),
  visibility: z.enum(['all', 'subtree'], { error: '请选谁能看到' }),
  needsApproval: ticked,
  asksHealthNotes: ticked,
  bookingOpensAt: optionalInstant,
  bookingClosesAt: optionalInstant,
  cancelHours: wholeNumber(0, 720, '请填小时数'),
  fee: money,
  feeNote: line(60),
  bring: line(200),
};

const ruleFields = {
  membersOnly: ticked,
  ageMin: optionalNumber(0, 120),
  ageMax: optionalNumber(0, 120),
  sex: z.enum(['', 'female', 'male']).optional(),
  gradeMin: optionalNumber(1, 12),
  gradeMax: optionalNumber(1, 12),
  occupations: several(z.string().max(40), 60),
  newFormOnly: ticked,
  organisationIds: several(recordId, 50),
  repeatMonths: optionalNumber(1, 120),
  repeatOf: z.enum(['kind', 'course']).optional(),
  waitlistMax: optionalNumber(0, 10_000),
  noShow: z.enum(['on', 'off']).optional(),
  noShowLimit: optionalNumber(1, 20),
  noShowDays: optionalNumber(7, 366),
  noShowBarDays: optionalNumber(1, 366),
};

const kindFields = {
  occupation: line(40),
  hours: optionalNumber(1, 2000),
  organiser: line(60),
  teacher: line(40),
  targetGroups: linesOf(12, 20),
  certificate: z.enum(certificates).optional(),
  term: line(20),
  meals: line(60),
  staff: line(60),
  asksPickUp: ticked,
  items: linesOf(20, 30),
  notesBefore: linesOf(12, 120),
  hospitalPhone: line(20),
  rescheduleMax: optionalNumber(0, 10),
};

/** One flat form for the three kinds; each renders, and is read for, only its own fields. */
const fields = z.strictObject({
  kind: z.enum(kinds, { error: '请选类型' }),
  ...shared,
  ...ruleFields,
  ...kindFields,
});
type Fields = z.output<typeof fields>;

const ruleNames = Object.keys(ruleFields) as (keyof typeof ruleFields)[];

function rulesIn(f: Fields): Record<string, unknown> {
  const given = Object.fromEntries(ruleNames.map((name) => [name, f[name]]));
  const ofChildren = f.kind === 'childcare' ? {} : { gradeMin: undefined, gradeMax: undefined };
  return { ...given, sex: f.sex || undefined, ...ofChildren };
}

function detailsIn(f: Fields): Record<string, unknown> {
  const common = { feeFen: f.fee, feeNote: f.feeNote, bring: f.bring };
  const own = {
    training: () => ({
      occupation: f.occupation,
      hours: f.hours,
      organiser: f.organiser,
      teacher: f.teacher,
      targetGroups: f.targetGroups,
      certificate: f.certificate ?? 'none',
    }),
    childcare: () => ({ meals: f.meals, staff: f.staff, asksPickUp: f.asksPickUp }),
    screening: () => ({
      items: f.items,
      notesBefore: f.notesBefore,
      hospitalPhone: f.hospitalPhone,
      rescheduleMax: f.rescheduleMax ?? 2,
    }),
  };
  return { ...common, ...own[f.kind]() };
}

/** What is stored, from what was typed; a band the wrong way round is said at its field. */
function toOffering(f: Fields, ctx: z.RefinementCtx) {
  const { bookingOpensAt, bookingClosesAt } = f;
  if (bookingOpensAt && bookingClosesAt && bookingClosesAt <= bookingOpensAt) {
    ctx.addIssue({ code: 'custom', path: ['bookingClosesAt'], message: '截止要晚于开始' });
  }
  const rules = offeringRules.safeParse(rulesIn(f));
  const details = detailsOf[f.kind].safeParse(detailsIn(f));
  for (const parsed of [rules, details]) {
    for (const { path, message } of parsed.error?.issues ?? []) {
      ctx.addIssue({ code: 'custom', path: [String(path[0] ?? 'form')], message });
    }
  }
  if (!rules.success || !details.success) return z.NEVER;
  return {
    kind: f.kind,
    title: f.title,
    summary: f.summary,
    description: f.description,
    contactPhone: f.contactPhone,
    visibility: f.visibility,
    needsApproval: f.needsApproval,
    // The union never holds health notes about a worker (domain.md §3.1): only a child's carers do.
    asksHealthNotes: f.kind === 'childcare' && f.asksHealthNotes,
    bookingOpensAt,
    bookingClosesAt,
    cancelHours: f.cancelHours,
    term: (f.kind === 'childcare' && f.term) || null,
    rules: rules.data,
    details: details.data,
  };
}
export type OfferingContent = ReturnType<typeof toOffering>;

export const createOfferingInput = fields
  .extend({ organisationId: recordId })
  .transform((f, ctx) => ({ organisationId: f.organisationId, content: toOffering(f, ctx) }));
export type CreateOfferingInput = z.output<typeof createOfferingInput>;

export const changeOfferingInput = fields
  .extend({ offeringId: recordId, version: recordVersion })
  .transform((f, ctx) => ({
    offeringId: f.offeringId,
    version: f.version,
    content: toOffering(f, ctx),
  }));
export type ChangeOfferingInput = z.output<typeof changeOfferingInput>;

/** Publishing, opening, closing, finishing: which one, as it was seen. */
export const moveOfferingInput = z.strictObject({ offeringId: recordId, version: recordVersion });
export type MoveOfferingInput = z.output<typeof moveOfferingInput>;

export const publishOfferingInput = moveOfferingInput.extend({ evenSo: ticked });
export type PublishOfferingInput = z.output<typeof publishOfferingInput>;

export const copyOfferingInput = z.strictObject({ offeringId: recordId, startsOn: optionalDay });
export type CopyOfferingInput = z.output<typeof copyOfferingInput>;

const reason = cleanText({ max: 100, required: '请写明原因，预约的人会看到' });

export const cancelOfferingInput = moveOfferingInput.extend({ reason });
export type CancelOfferingInput = z.output<typeof cancelOfferingInput>;

export const cancelSessionInput = z.strictObject({ sessionId: recordId, reason });
export type CancelSessionInput = z.output<typeof cancelSessionInput>;
