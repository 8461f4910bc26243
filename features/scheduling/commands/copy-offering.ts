import 'server-only';
import { canManageOfferings } from '@/features/offerings/policy';
import { auditedOffering, lockOffering } from '@/features/offerings/steps/lock-offering';
import { copyQuestions } from '@/features/questions/steps/copy-questions';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { nextRoundOn } from '../rules/copy';
import type { CopyOfferingInput } from '../schema/manage-offering';
import { copyHospitals } from '../steps/copy-hospitals';
import { copyOf } from '../steps/copy-of';
import { copySessions, firstRefused, listCopied } from '../steps/copy-sessions';
import { insertOffering } from '../steps/insert-offering';

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
      const copy = copyOf(tx, source, { days, years, title, term });
      await insertOffering(tx, copy);
      await copyHospitals(tx, offeringId, copy.id);
      const sessions = await copySessions(tx, rows, {
        ...{ offeringId: copy.id, days, years, calendar },
      });
      await copyQuestions(tx, offeringId, copy.id, sessions);
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
