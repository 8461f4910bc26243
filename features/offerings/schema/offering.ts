import { z } from 'zod';
import type { offeringKinds } from '@/db/schema/enums';
import { optionalNumber, wholeNumber } from '@/lib/forms/form-fields';
import { noticeRules } from './notice-rules';

export type Kind = (typeof offeringKinds)[number];
export const offeringKindLabels: Record<Kind, string> = {
  training: '技能培训',
  childcare: '托管班',
  screening: '健康检查',
};

const text = (max: number) => z.string().trim().max(max, `请控制在 ${max} 字以内`);

/**
 * `offerings.rules`: who may book, as data. Age bands, intervals and groups come from each year's
 * notice (domain.md §3), so every one is a field here and none a constant in code.
 */
export const offeringRules = z
  .strictObject({
    membersOnly: z.boolean().default(true),
    /** 周岁 on the first day of the session. */
    ageMin: optionalNumber(0, 120),
    ageMax: optionalNumber(0, 120),
    sex: z.enum(['male', 'female']).optional(),
    /** Grade of the coming school year; a child about to enter grade 1 counts as 1. */
    gradeMin: optionalNumber(1, 12),
    gradeMax: optionalNumber(1, 12),
    /** Target groups by occupation code; empty means everyone. */
    occupations: z.array(text(40)).max(60).default([]),
    newFormOnly: z.boolean().default(false),
    /** Members of these unions or of any below them; empty means everyone. */
    organisationIds: z.array(z.uuid()).max(50).default([]),
    /** Not again within so many months, for the same course or for anything of this kind. */
    repeatMonths: optionalNumber(1, 120),
    repeatOf: z.enum(['kind', 'course']).default('course'),
    /** Longest waiting list; 0 means none, absent means no limit. */
    waitlistMax: optionalNumber(0, 10_000),
    /** 爽约限制; its numbers empty means as the settings say. */
    noShow: z.enum(['on', 'off']).default('on'),
    noShowLimit: optionalNumber(1, 20),
    noShowDays: optionalNumber(7, 366),
    noShowBarDays: optionalNumber(1, 366),
    ...noticeRules,
  })
  .refine((r) => r.ageMin === undefined || r.ageMax === undefined || r.ageMin <= r.ageMax, {
    path: ['ageMax'],
    message: '最大年龄不能小于最小年龄',
  })
  .refine((r) => r.gradeMin === undefined || r.gradeMax === undefined || r.gradeMin <= r.gradeMax, {
    path: ['gradeMax'],
    message: '最高年级不能低于最低年级',
  })
  .refine((r) => r.bornFrom === undefined || r.bornTo === undefined || r.bornFrom <= r.bornTo, {
    path: ['bornTo'],
    message: '最晚生日不能早于最早生日',
  })
  .refine(
    (r) =>
      r.schoolAgeMin === undefined ||
      r.schoolAgeMax === undefined ||
      r.schoolAgeMin <= r.schoolAgeMax,
    { path: ['schoolAgeMax'], message: '最大年龄不能小于最小年龄' },
  );
export type OfferingRules = z.output<typeof offeringRules>;

/** 提醒: the evening before each meeting, only after days without one, or before the first alone. */
export const reminders = ['each', 'gap', 'first'] as const;
/** What silence means to who is asked whether a moved session still suits. */
export const silences = ['keep', 'release'] as const;

const common = {
  reminders: z.enum(reminders).default('each'),
  movedSilence: z.enum(silences).default('keep'),
  /** 分; 0 is free. */
  feeFen: wholeNumber(0, 10_000_000).default(0),
  feeNote: text(60).default(''),
  /** What to bring, in one sentence. */
  bring: text(200).default(''),
};

export const certificateKinds = [
  'none',
  'completion',
  'qualification',
  'skill',
  'special',
] as const;

export const trainingDetails = z.strictObject({
  ...common,
  occupation: text(40).default(''),
  hours: optionalNumber(1, 2000),
  organiser: text(60).default(''),
  teacher: text(40).default(''),
  targetGroups: z.array(text(20)).max(12).default([]),
  certificate: z.enum(certificateKinds).default('none'),
  /** Percent of the meetings held that a 结业证 asks for; notices differ, 80 is the usual one. */
  attendanceNeeded: wholeNumber(1, 100).default(80),
  /** 培训回访: asked some months later whether they found work. */
  followUps: z.boolean().default(false),
});

export const childcareDetails = z.strictObject({
  ...common,
  meals: text(60).default(''),
  staff: text(60).default(''),
  /** Up to three people who may fetch the child are asked for at booking. */
  asksPickUp: z.boolean().default(true),
});

export const screeningDetails = z.strictObject({
  ...common,
  items: z.array(text(30)).max(20).default([]),
  /** What to mind before the visit; the clinic asks its own questions, the portal none. */
  notesBefore: z.array(text(120)).max(12).default([]),
  hospitalPhone: text(20).default(''),
  /** How often a woman may move her visit to another half-day. */
  rescheduleMax: wholeNumber(0, 10).default(2),
});

export const detailsOf = {
  training: trainingDetails,
  childcare: childcareDetails,
  screening: screeningDetails,
} as const;
/** What of `offerings.details` every kind has, read without knowing the kind. */
export const silenceOf = (details: Record<string, unknown>): (typeof silences)[number] =>
  common.movedSilence.catch('keep').parse(details.movedSilence);
export const remindersOf = (details: Record<string, unknown>): (typeof reminders)[number] =>
  common.reminders.catch('each').parse(details.reminders);

export type DetailsOf<K extends Kind> = z.output<(typeof detailsOf)[K]>;
export type TrainingDetails = DetailsOf<'training'>;
export type ChildcareDetails = DetailsOf<'childcare'>;
export type ScreeningDetails = DetailsOf<'screening'>;

/**
 * `offering_sessions.details`. A session of several days meets on its `weekdays` (0 Sunday … 6 Saturday)
 * but for the days `off`, each time from the start's to the end's hour. `off` follows the work calendar
 * while `skipHolidays` stands.
 */
export const sessionDetails = z.strictObject({
  weekdays: z.array(wholeNumber(0, 6)).max(7).default([]),
  off: z.array(z.iso.date()).max(120).default([]),
  skipHolidays: z.boolean().default(false),
  /** In a venue of the register: the floor and the room; the session's `place` ends with it. */
  room: text(30).default(''),
  note: text(60).default(''),
});
export type SessionDetails = z.output<typeof sessionDetails>;
