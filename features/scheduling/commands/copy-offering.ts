import 'server-only';
import { offerings } from '@/db/schema/offerings';
import { canManageOfferings } from '@/features/offerings/policy';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import {
  auditedOffering,
  lockOffering,
  type OfferingRow,
} from '@/features/offerings/steps/lock-offering';
import { copyQuestions } from '@/features/questions/steps/copy-questions';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { nextRoundOn, shiftBirthdays, shiftInstant } from '../rules/copy';
import type { CopyOfferingInput } from '../schema/manage-offering';
import { copyHospitals } from '../steps/copy-hospitals';
import { copySessions, firstRefused, listCopied } from '../steps/copy-sessions';

interface Round {
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
function copied(tx: Ctx, source: OfferingRow, to: Round) {
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

/**
 * Copies an offering with all fields, kept places, questions, hospitals and all sessions that were not cancelled,
 * moved so that the first session falls on `startsOn` (by default the next round: a summer later for
 * 托管班, four weeks otherwise). Title and 期次 are the new round's; the day of the draw's number is left
 * empty. A day on which the first session does not meet is refused, naming the first that does.
 * Refuses `in_past` for a first day before today; `invalid` with words for `startsOn`.
 */
export async function copyOffering(
  ctx: Ctx,
  { offeringId, startsOn, title, term }: CopyOfferingInput,
): Promise<Result<{ offeringId: string }, 'in_past' | 'invalid'>> {
  return transaction(
    ctx,
    async (tx): Promise<Result<{ offeringId: string }, 'in_past' | 'invalid'>> => {
      const { offering: source, path } = await lockOffering(tx, offeringId);
      authorize(canManageOfferings[source.kind](tx.actor, path));
      const rows = await listCopied(tx, offeringId);
      const firstOn = todayOn(rows[0]?.session.startsAt ?? source.bookingOpensAt ?? tx.now);
      const newFirst = startsOn ?? nextRoundOn(firstOn, source.kind === 'childcare', tx.now);
      if (newFirst < todayOn(tx.now)) return refuse('in_past');
      const days = daysBetween(firstOn, newFirst);
      const years = Number(newFirst.slice(0, 4)) - Number(firstOn.slice(0, 4));
      const calendar = await readWorkCalendar(tx);
      const refused = rows[0] && startsOn && firstRefused(rows[0].session, days, calendar, tx.now);
      if (refused) return refuse('invalid', { fieldErrors: { startsOn: refused } });
      const copy = copied(tx, source, { days, years, title, term });
      await tx.db.insert(offerings).values(copy);
      await copyQuestions(tx, offeringId, copy.id);
      await copyHospitals(tx, offeringId, copy.id);
      await copySessions(tx, rows, { offeringId: copy.id, days, years, calendar });
      await recordAudit(tx, {
        action: 'copy_offering',
        entityType: 'offering',
        entityId: copy.id,
        organisationId: source.organisationId,
        before: { copied: source.id },
        after: { ...auditedOffering(copy), sessions: rows.length },
      });
      return ok({ offeringId: copy.id });
    },
  );
}
