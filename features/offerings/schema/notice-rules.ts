import { z } from 'zod';
import { segmentDefinition } from '@/features/segments/schema/definition';
import { isRealDate } from '@/lib/dates';
import { optionalDay, optionalNumber, ticked } from '@/lib/forms/form-fields';
import { optionalText } from '@/lib/text';

const maybeDay = z.preprocess(
  (v) => (v === '' || v === null ? undefined : v),
  z.string().refine(isRealDate, '日期不对，请重选').optional(),
);

export const lastDraws = ['any', 'losers_first', 'losers_only'] as const;

/** Characters of what applicants are told of a 人群. */
export const SEGMENT_WORDS = 40;

/**
 * 属于人群: what applicants are told of it, and the conditions as they were when this version of the rules was stored;
 * both are absent while the rules are only proposed.
 */
const ofSegment = z.strictObject({
  id: z.uuid('请重选人群'),
  words: z.string().trim().min(1, '请写会员看到的说法').max(SEGMENT_WORDS),
  organisationId: z.uuid().optional(),
  definition: segmentDefinition.optional(),
});

/** What real notices ask beyond age, sex and group (domain.md §3.4); spread into `offeringRules`. */
export const noticeRules = {
  /** Birthday window, both days included. */
  bornFrom: maybeDay,
  bornTo: maybeDay,
  /** Full years on 31 August of the session's school year: windows 09-01…08-31 without a year in them. */
  schoolAgeMin: optionalNumber(0, 18),
  schoolAgeMax: optionalNumber(0, 18),
  /** Attendance below so many per cent bars the next `attendanceTerms` terms. */
  attendanceMin: optionalNumber(1, 100),
  attendanceTerms: optionalNumber(1, 6),
  attendanceOf: z.enum(['kind', 'course']).default('kind'),
  lastDraw: z.enum(lastDraws).default('any'),
  /** Who must be re-checked comes again in spite of the interval; 女职工部 verifies it. */
  recheckReturns: z.boolean().default(false),
  /** Once in a life, for the same course or for anything of this kind. */
  repeatOnce: z.boolean().default(false),
  segment: ofSegment.optional(),
  joinedMonths: optionalNumber(1, 240),
  excludeRetained: z.boolean().default(false),
  transferFirst: z.boolean().default(false),
  /** Places of one session that people of any one town, or of any one union, may hold. */
  quotaTown: optionalNumber(1, 10_000),
  quotaUnit: optionalNumber(1, 10_000),
  /** Places within the offering, or within its term: of one attendee, of one family. */
  personLimit: optionalNumber(1, 50),
  familyLimit: optionalNumber(1, 50),
  /** Places a year of one family, which is all guardians of a child and their children. */
  familyYearLimit: optionalNumber(1, 50),
  familyYearOf: z.enum(['kind', 'course']).default('kind'),
};

/** A choice that may be left open. */
const optionalId = z
  .union([z.uuid('请重选人群'), z.literal('')])
  .optional()
  .transform((id) => id || null);

/** The same as form fields. */
export const noticeRuleFields = {
  bornFrom: optionalDay,
  bornTo: optionalDay,
  schoolAgeMin: optionalNumber(0, 18),
  schoolAgeMax: optionalNumber(0, 18),
  attendanceMin: optionalNumber(1, 100),
  attendanceTerms: optionalNumber(1, 6),
  attendanceOf: z.enum(['kind', 'course']).optional(),
  lastDraw: z.enum(lastDraws).optional(),
  recheckReturns: ticked,
  repeatOnce: ticked,
  segmentId: optionalId,
  segmentWords: optionalText({ max: SEGMENT_WORDS }),
  joinedMonths: optionalNumber(1, 240),
  excludeRetained: ticked,
  transferFirst: ticked,
  quotaTown: optionalNumber(1, 10_000),
  quotaUnit: optionalNumber(1, 10_000),
  personLimit: optionalNumber(1, 50),
  familyLimit: optionalNumber(1, 50),
  familyYearLimit: optionalNumber(1, 50),
  familyYearOf: z.enum(['kind', 'course']).optional(),
};
