import { z } from 'zod';
import { classRoles } from '@/db/schema/enums';
import { addClassStaffInput } from '@/features/childcare/schema/class';
import { offeringRules } from '@/features/offerings/schema/offering';
import { addQuestionInput } from '@/features/questions/schema/manage-question';
import { plannedFields } from '@/features/scheduling/schema/manage-offering';
import { sessionRowInput } from '@/features/scheduling/schema/manage-session';
import { optionalDay, optionalNumber, recordId, ticked } from '@/lib/forms/form-fields';
import { optionalText } from '@/lib/text';
import { ofLine } from '../rules/of-line';

/** Kinds whose usual class is a few sessions; a screening is made of half-days instead. */
export const plannedKinds = ['training', 'childcare'] as const;
export type PlannedKind = (typeof plannedKinds)[number];

/** Questions that one line is enough for; the others are on the page of questions. */
export const quickQuestions = ['yes_no', 'text', 'consent'] as const;

export const rowNumbers = [1, 2, 3, 4, 5, 6] as const;
type RowNumber = (typeof rowNumbers)[number];

const templateKey = z.string().regex(/^[a-z\d-]{0,40}$/, '请返回重选样板');
const text = (max: number) => optionalText({ max }).transform((typed) => typed ?? '');
const maybeId = z.union([recordId, z.literal('')]).optional();
const maybeTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, '时间不对，请重填')
  .optional();

/** One line of the table of sessions; an empty one counts as none. */
const row = {
  title: text(30),
  venueId: maybeId,
  place: text(60),
  startsOn: optionalDay,
  endsOn: optionalDay,
  /** `1,2,3,4,5`; empty for one day. */
  weekdays: z
    .string()
    .regex(/^([0-6](,[0-6]){0,6})?$/, '请重选每周哪几天')
    .optional(),
  startTime: maybeTime,
  endTime: maybeTime,
  capacity: optionalNumber(1, 100_000),
  /** The session of the earlier round that it follows. */
  like: maybeId,
} as const;
type Row = typeof row;
type RowAt<N extends RowNumber> = { [K in keyof Row as `${K}_${N}`]: Row[K] };

const rowAt = <N extends RowNumber>(n: N) =>
  Object.fromEntries(Object.entries(row).map(([name, type]) => [`${name}_${n}`, type])) as RowAt<N>;

const fields = z.strictObject({
  kind: z.enum(plannedKinds, { error: '请选类型' }),
  template: templateKey.optional(),
  like: maybeId,
  organisationId: recordId,
  ...plannedFields,
  membersOnly: ticked,
  newFormOnly: ticked,
  gradeMin: optionalNumber(1, 12),
  gradeMax: optionalNumber(1, 12),
  ageMin: optionalNumber(0, 120),
  ageMax: optionalNumber(0, 120),
  skipHolidays: ticked,
  evenSo: ticked,
  questionLabel: text(200),
  questionType: z.enum(quickQuestions, { error: '请选题型' }).optional(),
  questionRequired: ticked,
  copyStaff: ticked,
  staffName: text(20),
  staffRole: z.enum(classRoles, { error: '请选择身份' }).optional(),
  staffPhone: text(30),
  ...rowAt(1),
  ...rowAt(2),
  ...rowAt(3),
  ...rowAt(4),
  ...rowAt(5),
  ...rowAt(6),
});
type Fields = z.output<typeof fields>;

/** Says at the fields of this form what another form’s schema found wrong. */
function sayAt(ctx: z.RefinementCtx, error: z.ZodError, nameOf: (path: string) => string): void {
  for (const { path, message } of error.issues) {
    ctx.addIssue({ code: 'custom', path: [nameOf(String(path[0] ?? 'form'))], message });
  }
}

function sessionAt(f: Fields, n: RowNumber, ctx: z.RefinementCtx) {
  const cell = <K extends keyof Row>(name: K) => f[`${name}_${n}` as const] as z.output<Row[K]>;
  const [title, place, startsOn] = [cell('title'), cell('place'), cell('startsOn')];
  const isEmpty = !title && !place && !startsOn && !cell('venueId');
  if (isEmpty && n > 1) return [];
  const parsed = sessionRowInput.safeParse({
    title,
    place,
    venueId: cell('venueId') || '',
    startsOn: startsOn ?? '',
    endsOn: cell('endsOn') ?? '',
    startTime: cell('startTime') ?? '',
    endTime: cell('endTime') ?? '',
    weekdays: (cell('weekdays') || '').split(','),
    skipHolidays: f.skipHolidays ? 'yes' : undefined,
    capacity: cell('capacity') ?? '',
  });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const at = `${String(path[0] ?? 'form')}_${n}`;
      ctx.addIssue({ code: 'custom', path: [at], message: ofLine(n, message) });
    }
    return [];
  }
  return [{ n, content: parsed.data, like: cell('like') || null }];
}

function questionIn(f: Fields, ctx: z.RefinementCtx) {
  if (!f.questionLabel) return null;
  const type = f.questionType ?? 'yes_no';
  const parsed = addQuestionInput.safeParse({
    offeringId: f.organisationId,
    label: f.questionLabel,
    type: type === 'yes_no' ? 'choice' : type,
    choices: type === 'yes_no' ? '是\n否' : '',
    required: f.questionRequired ? 'yes' : undefined,
    keptDays: '0',
  });
  if (parsed.success) return parsed.data.content;
  sayAt(ctx, parsed.error, () => 'questionLabel');
  return null;
}

const staffFields: Record<string, string> = {
  name: 'staffName',
  role: 'staffRole',
  phone: 'staffPhone',
};

function staffIn(f: Fields, ctx: z.RefinementCtx) {
  if (f.kind !== 'childcare' || (!f.staffName && !f.staffPhone)) return null;
  const parsed = addClassStaffInput.safeParse({
    sessionId: f.organisationId,
    name: f.staffName,
    role: f.staffRole ?? 'lead',
    phone: f.staffPhone,
  });
  if (!parsed.success) {
    sayAt(ctx, parsed.error, (path) => staffFields[path] ?? 'staffName');
    return null;
  }
  const { name, role, phone } = parsed.data;
  return { name, role, phone };
}

/** Bands the wrong way round are said at their field, before anything is looked up. */
function conditionsIn(f: Fields, ctx: z.RefinementCtx) {
  const { membersOnly, newFormOnly, gradeMin, gradeMax, ageMin, ageMax } = f;
  const own =
    f.kind === 'childcare'
      ? { membersOnly, gradeMin, gradeMax }
      : { membersOnly, newFormOnly, ageMin, ageMax };
  const parsed = offeringRules.safeParse(own);
  if (!parsed.success) sayAt(ctx, parsed.error, (path) => path);
  return own;
}

const partsOf = (f: Fields, ctx: z.RefinementCtx) => ({
  conditions: conditionsIn(f, ctx),
  sessions: rowNumbers.flatMap((n) => sessionAt(f, n, ctx)),
  question: questionIn(f, ctx),
  staff: staffIn(f, ctx),
});

const sayAll = (f: Fields, ctx: z.RefinementCtx): void => void partsOf(f, ctx);

/** A wrong line of the table is said together with a missing name, not only once the name is there. */
const allAtOnce: z.core.$ZodSuperRefineParams = {
  when: ({ issues }) => issues.every(({ path }) => String(path?.[0]) in plannedFields),
};

/** What one sitting makes: the offering, its sessions, a condition, a question, who looks after it. */
export const planOfferingInput = fields.superRefine(sayAll, allAtOnce).transform((f, ctx) => {
  const { bookingOpensAt, bookingClosesAt } = f;
  if (bookingOpensAt && bookingClosesAt && bookingClosesAt <= bookingOpensAt) {
    ctx.addIssue({ code: 'custom', path: ['bookingClosesAt'], message: '截止要晚于开始' });
  }
  return {
    kind: f.kind,
    template: f.template || null,
    like: f.like || null,
    organisationId: f.organisationId,
    content: {
      title: f.title,
      term: f.kind === 'childcare' ? f.term || null : null,
      contactPhone: f.contactPhone,
      bookingOpensAt,
      bookingClosesAt,
      needsApproval: f.needsApproval,
    },
    details: { feeFen: f.fee, feeNote: f.feeNote },
    ...partsOf(f, ctx),
    evenSo: f.evenSo,
    copyStaff: f.copyStaff,
  };
});
export type PlanOfferingInput = z.output<typeof planOfferingInput>;

/** What the second screen opens with: a template, or an earlier round. */
export const planQuery = z.object({
  kind: z.enum(plannedKinds).optional().catch(undefined),
  template: templateKey.optional().catch(undefined),
  like: z.uuid().optional().catch(undefined),
});
export type PlanQuery = z.output<typeof planQuery>;
