import { z } from 'zod';
import { optionalNumber, wholeNumber } from '@/lib/forms/form-fields';

export const waitlistModes = ['offer', 'promote'] as const;
export const waitlistModeLabels: Record<(typeof waitlistModes)[number], string> = {
  offer: '先问本人，限时确认',
  promote: '直接补上，不用确认',
};

/** How a freed place reaches the queue. */
export const waitlistTerms = z.strictObject({
  mode: z.enum(waitlistModes).default('offer'),
  /** Nothing is passed on by itself; the organiser offers by hand. */
  paused: z.boolean().default(false),
  /** Working hours an offer holds its place. */
  offerHours: optionalNumber(1, 240),
  /** So close to the start, in hours, an offer holds only `nearMinutes`. */
  nearHours: optionalNumber(0, 72),
  nearMinutes: optionalNumber(5, 720),
  /** Hours of the night in which no offer ends and no clock runs. */
  quietFrom: optionalNumber(0, 24),
  quietUntil: optionalNumber(0, 24),
  /** Working hours by which an offer that reached nobody is held once more. */
  extendHours: optionalNumber(1, 240),
});
export type WaitlistTerms = z.output<typeof waitlistTerms>;

const criteria = z.strictObject({
  newFormOnly: z.boolean().default(false),
  occupations: z.array(z.string().max(40)).max(60).default([]),
  organisationIds: z.array(z.uuid()).max(50).default([]),
});

/**
 * 优先档, first to last: whoever fits the criteria, and, where `claim` asks it, says so and shows an
 * officer the proof (建档困难, 单亲, 双职工 …).
 */
export const priorityTier = z.strictObject({
  key: z.string().regex(/^[a-z]\w{0,19}$/),
  label: z.string().trim().min(1).max(20),
  criteria: criteria.default({ newFormOnly: false, occupations: [], organisationIds: [] }),
  claim: z.boolean().default(false),
  /** 按优先级: what it counts; all that fit are added up. Without points the first that fits decides. */
  points: optionalNumber(1, 100),
});
export type PriorityTier = z.output<typeof priorityTier>;

export const seedChoices = ['lottery', 'witnesses'] as const;

/** The number that decides a draw, and what happens around it (docs/draw.md). */
export const drawTerms = z.strictObject({
  seed: z.enum(seedChoices).default('lottery'),
  /** 福彩3D of this day: later than the day on which entries close. */
  seedOn: z.iso.date().optional(),
  /** So many days the number may be entered late; then the next day's counts. */
  graceDays: wholeNumber(1, 10).default(3),
  /** 公示: days for which the result may be doubted. */
  publicDays: wholeNumber(0, 30).default(7),
  /** Whoever lost the last draw of this course has one ticket more. */
  losersAgain: z.boolean().default(true),
});
export type DrawTerms = z.output<typeof drawTerms>;

export const siblingTerms = ['none', 'together', 'best_effort'] as const;
export const siblingTermLabels: Record<(typeof siblingTerms)[number], string> = {
  none: '各抽各的',
  together: '同进同退：都有名额才给',
  best_effort: '尽量一起：排在一起，能给几个给几个',
};

/**
 * `offerings.allocation_terms`: how places are given out, as data (domain.md §3.5: the rule is a visible
 * setting). What was stored before there were offers has no `waitlist` and goes on promoting at once.
 */
export const allocationTerms = z.strictObject({
  waitlist: waitlistTerms.default({ mode: 'promote', paused: false }),
  /** 开放后 N 分钟内同等对待, for first come: all who come in time are drawn. */
  equalMinutes: optionalNumber(1, 1440),
  draw: drawTerms.default({ seed: 'lottery', graceDays: 3, publicDays: 7, losersAgain: true }),
  tiers: z.array(priorityTier).max(8).default([]),
  siblings: z.enum(siblingTerms).default('none'),
});
export type AllocationTerms = z.output<typeof allocationTerms>;
