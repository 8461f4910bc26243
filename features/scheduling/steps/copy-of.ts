import 'server-only';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import type { OfferingRow } from '@/features/offerings/steps/lock-offering';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { shiftBirthdays, shiftInstant } from '../rules/copy';

export interface Round {
  readonly days: number;
  readonly years: number;
  readonly title: string;
  readonly term: string;
}

/** Without the day of the draw's number: it is asked for, since entries of the new round close later. */
function withoutSeedDay(stored: Record<string, unknown>): Record<string, unknown> {
  const { draw, ...terms } = allocationTerms.parse(stored);
  const { seedOn: _past, ...rest } = draw;
  return { ...terms, draw: rest };
}

/** The copy as a draft: same words and conditions, its window moved along, birthdays by the year. */
export function copyOf(tx: Ctx, source: OfferingRow, to: Round) {
  const at = (instant: Date | null) => instant && shiftInstant(instant, to.days);
  return {
    ...source,
    id: newId(),
    status: 'draft' as const,
    title: to.title,
    term: source.kind === 'childcare' ? to.term || null : source.term,
    bookingOpensAt: at(source.bookingOpensAt),
    bookingClosesAt: at(source.bookingClosesAt),
    rules: shiftBirthdays(source.rules, to.years),
    allocationTerms: withoutSeedDay(source.allocationTerms),
    // 同一课程: repeat intervals are judged over the whole line of copies.
    copiedFrom: source.copiedFrom ?? source.id,
    createdBy: accountOf(tx.actor),
    publishedAt: null,
    cancelledReason: null,
    version: 1,
    // Its conditions begin a history of their own.
    rulesVersion: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
}
