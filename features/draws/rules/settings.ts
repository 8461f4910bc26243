import type { Allocation } from '@/db/schema/enums';
import { type Around, seedDayError } from '@/features/offerings/rules/seed-day';
import type { AllocationTerms } from '@/features/offerings/schema/allocation';

export interface Wanted {
  readonly allocation: Allocation;
  readonly terms: Pick<AllocationTerms, 'equalMinutes' | 'draw' | 'tiers' | 'siblings'>;
}

const MINUTE = 60_000;

function minutesError(
  { terms }: Wanted,
  { bookingOpensAt, bookingClosesAt }: Around,
): string | null {
  const { equalMinutes } = terms;
  if (!equalMinutes || !bookingOpensAt || !bookingClosesAt) return null;
  const window = (bookingClosesAt.getTime() - bookingOpensAt.getTime()) / MINUTE;
  if (equalMinutes <= window) return null;
  return `比整个报名时间（${Math.floor(window)} 分钟）还长，请改短，或改成抽签`;
}

function tierErrors({ allocation, terms }: Wanted): Record<string, string> {
  const scored = allocation === 'priority';
  if (scored && terms.tiers.length === 0) return { tier1: '按优先级要写至少一条' };
  const without = terms.tiers.findIndex((tier) => tier.points === undefined);
  if (scored && without !== -1) return { [`points${without + 1}`]: '请填这一条算几分' };
  const labels = terms.tiers.map((tier) => tier.label);
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at);
  return twice === -1
    ? {}
    : { [`tier${twice + 1}`]: `和第 ${labels.indexOf(labels[twice] ?? '') + 1} 条重复` };
}

/**
 * What is wrong with a way of giving out places, by the field of the form: a day in the past or before
 * the list is sealed, minutes longer than the window, tiers that repeat. Empty means it can be saved.
 */
export function allocationErrors(
  wanted: Wanted,
  around: Around,
  now: Date,
): Record<string, string> {
  const { allocation } = wanted;
  const found: Record<string, string | null> = {};
  if (allocation === 'draw' || allocation === 'priority') {
    found.seedOn = seedDayError(wanted.terms.draw.seedOn, around, now);
    Object.assign(found, tierErrors(wanted));
  }
  if (allocation === 'first_come') found.equalMinutes = minutesError(wanted, around);
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

/** Whether anything changed that people relied on when they entered; 公示 days are none of it. */
export function changesEntering(before: Wanted, after: Wanted): boolean {
  const what = ({ allocation, terms }: Wanted) => {
    const { publicDays: _, ...draw } = terms.draw;
    const { equalMinutes, tiers, siblings } = terms;
    return JSON.stringify([allocation, equalMinutes ?? null, { ...draw }, tiers, siblings]);
  };
  return what(before) !== what(after);
}
