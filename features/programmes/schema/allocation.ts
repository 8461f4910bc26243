import { z } from 'zod';

const whole = (min: number, max: number) =>
  z.coerce
    .number({ error: '请填整数' })
    .int('请填整数')
    .min(min, `不能小于 ${min}`)
    .max(max, `不能大于 ${max}`);
/** Left empty means "as the house does it": the setting of the same name. */
const maybeWhole = (min: number, max: number) =>
  z.preprocess((v) => (v === '' || v === null ? undefined : v), whole(min, max).optional());

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
  offerHours: maybeWhole(1, 240),
  /** So close to the start, in hours, an offer holds only `nearMinutes`. */
  nearHours: maybeWhole(0, 72),
  nearMinutes: maybeWhole(5, 720),
  /** Hours of the night in which no offer ends and no clock runs. */
  quietFrom: maybeWhole(0, 24),
  quietUntil: maybeWhole(0, 24),
  /** Working hours by which an offer that reached nobody is held once more. */
  extendHours: maybeWhole(1, 240),
});
export type WaitlistTerms = z.output<typeof waitlistTerms>;

/**
 * `offerings.allocation_terms`: how places are given out, as data (peers.md §3.5: the rule is a visible
 * setting). What was stored before there were offers has no `waitlist` and goes on promoting at once.
 */
export const allocationTerms = z.strictObject({
  waitlist: waitlistTerms.default({ mode: 'promote', paused: false }),
});
export type AllocationTerms = z.output<typeof allocationTerms>;
