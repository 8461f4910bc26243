import { z } from 'zod';
import { offeringKinds } from '@/db/schema/enums';
import { type RuleInput, ruleFields, rulesIn } from '@/features/conditions/schema/rules-form';
import {
  certificateKinds,
  detailsOf,
  offeringRules,
  reminders,
  silences,
} from '@/features/offerings/schema/offering';
import {
  linesOf,
  optionalDay,
  optionalInstant,
  optionalNumber,
  recordId,
  recordVersion,
  ticked,
  wholeNumber,
} from '@/lib/forms/form-fields';
import { cleanText, optionalText } from '@/lib/text';

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
  reminders: z.enum(reminders).optional(),
  movedSilence: z.enum(silences).optional(),
};

const kindFields = {
  occupation: line(40),
  hours: optionalNumber(1, 2000),
  organiser: line(60),
  teacher: line(40),
  targetGroups: linesOf(12, 20),
  certificate: z.enum(certificateKinds).optional(),
  attendanceNeeded: optionalNumber(1, 100),
  followUps: ticked,
  term: line(20),
  meals: line(60),
  staff: line(60),
  asksPickUp: ticked,
  items: linesOf(20, 30),
  notesBefore: linesOf(12, 120),
  hospitalPhone: line(20),
  rescheduleMax: optionalNumber(0, 10),
};

/** What the form of one sitting asks of an offering; the rest it takes over. */
export const plannedFields = {
  title: shared.title,
  term: line(20),
  contactPhone: shared.contactPhone,
  bookingOpensAt: shared.bookingOpensAt,
  bookingClosesAt: shared.bookingClosesAt,
  needsApproval: shared.needsApproval,
  fee: shared.fee,
  feeNote: shared.feeNote,
} as const;

/** One flat form for the three offeringKinds; each renders, and is read for, only its own fields. */
const fields = z.strictObject({
  kind: z.enum(offeringKinds, { error: '请选类型' }),
  ...shared,
  ...ruleFields,
  ...kindFields,
});
type Fields = z.output<typeof fields>;

function detailsIn(f: Omit<Fields, keyof RuleInput>): Record<string, unknown> {
  const common = {
    feeFen: f.fee,
    feeNote: f.feeNote,
    bring: f.bring,
    reminders: f.reminders ?? 'each',
    movedSilence: f.movedSilence ?? 'keep',
  };
  const own = {
    training: () => ({
      occupation: f.occupation,
      hours: f.hours,
      organiser: f.organiser,
      teacher: f.teacher,
      targetGroups: f.targetGroups,
      certificate: f.certificate ?? 'none',
      attendanceNeeded: f.attendanceNeeded ?? 80,
      followUps: f.followUps,
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

function said(error: z.ZodError, ctx: z.RefinementCtx): never {
  for (const { path, message } of error.issues) {
    ctx.addIssue({ code: 'custom', path: [String(path[0] ?? 'form')], message });
  }
  return z.NEVER;
}

/** What is stored but for the conditions, from what was typed. */
function toContent(f: Omit<Fields, keyof RuleInput>, ctx: z.RefinementCtx) {
  const { bookingOpensAt, bookingClosesAt } = f;
  if (bookingOpensAt && bookingClosesAt && bookingClosesAt <= bookingOpensAt) {
    ctx.addIssue({ code: 'custom', path: ['bookingClosesAt'], message: '截止要晚于开始' });
  }
  const details = detailsOf[f.kind].safeParse(detailsIn(f));
  if (!details.success) return said(details.error, ctx);
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
    details: details.data,
  };
}
export type OfferingContent = ReturnType<typeof toContent>;

/** With its first conditions; a band the wrong way round is said at its field. */
function toOffering(f: Fields, ctx: z.RefinementCtx) {
  const content = toContent(f, ctx);
  const rules = offeringRules.safeParse(rulesIn(f));
  return rules.success ? { ...content, rules: rules.data } : said(rules.error, ctx);
}

export const createOfferingInput = fields
  .extend({ organisationId: recordId })
  .transform((f, ctx) => ({ organisationId: f.organisationId, content: toOffering(f, ctx) }));
export type CreateOfferingInput = z.output<typeof createOfferingInput>;

/** The conditions have their own page, with a reason and a history: see change-rules. */
export const changeOfferingInput = z
  .strictObject({
    kind: fields.shape.kind,
    ...shared,
    ...kindFields,
    offeringId: recordId,
    version: recordVersion,
  })
  .transform((f, ctx) => ({
    offeringId: f.offeringId,
    version: f.version,
    content: toContent(f, ctx),
  }));
export type ChangeOfferingInput = z.output<typeof changeOfferingInput>;

/** Publishing, opening, closing, finishing: which one, as it was seen. */
export const moveOfferingInput = z.strictObject({ offeringId: recordId, version: recordVersion });
export type MoveOfferingInput = z.output<typeof moveOfferingInput>;

export const publishOfferingInput = moveOfferingInput.extend({ evenSo: ticked });
export type PublishOfferingInput = z.output<typeof publishOfferingInput>;

/** A copy takes nothing for granted that names its round: title and 期次 are asked. */
export const copyOfferingInput = z.strictObject({
  offeringId: recordId,
  startsOn: optionalDay,
  title: shared.title,
  term: line(20),
});
export type CopyOfferingInput = z.output<typeof copyOfferingInput>;

const reason = cleanText({ max: 100, required: '请写明原因，预约的人会看到' });

export const cancelOfferingInput = moveOfferingInput.extend({ reason });
export type CancelOfferingInput = z.output<typeof cancelOfferingInput>;

export const cancelSessionInput = z.strictObject({ sessionId: recordId, reason });
export type CancelSessionInput = z.output<typeof cancelSessionInput>;
