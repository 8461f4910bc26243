import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/programmes';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { daysBetween, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageOfferings } from '../policy';
import { nextRoundOn, shiftInstant, shiftYears } from '../rules/copy';
import type { CopyOfferingInput } from '../schema/manage-offering';
import { copyQuestions } from './copy-questions';
import { auditedOffering, holdOffering, type OfferingRow } from './hold-offering';

const sessionsOf = (tx: Ctx, offeringId: string) =>
  tx.db
    .select({ session: offeringSessions, capacity: sessionCapacity.capacity })
    .from(offeringSessions)
    .innerJoin(sessionCapacity, eq(sessionCapacity.sessionId, offeringSessions.id))
    .where(and(eq(offeringSessions.offeringId, offeringId), isNull(offeringSessions.cancelledAt)))
    .orderBy(asc(offeringSessions.startsAt), asc(offeringSessions.id));

/** The copy as a draft: same words and conditions, its window moved along, its years too. */
function copied(tx: Ctx, source: OfferingRow, days: number, years: number) {
  const at = (instant: Date | null) => instant && shiftInstant(instant, days);
  return {
    ...source,
    id: newId(),
    status: 'draft' as const,
    title: shiftYears(source.title, years),
    term: source.term && shiftYears(source.term, years),
    bookingOpensAt: at(source.bookingOpensAt),
    bookingClosesAt: at(source.bookingClosesAt),
    // 同一课程: repeat intervals are judged over the whole line of copies.
    copiedFrom: source.copiedFrom ?? source.id,
    createdBy: tx.actor.kind === 'account' ? tx.actor.accountId : null,
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
 * Copies an offering with all fields and all sessions that were not cancelled, moved so that the first
 * session falls on `startsOn` (by default the next round: a summer later for 托管班, four weeks otherwise).
 */
export async function copyOffering(
  ctx: Ctx,
  { offeringId, startsOn }: CopyOfferingInput,
): Promise<Result<{ offeringId: string }, 'in_past'>> {
  return transaction(ctx, async (tx) => {
    const { offering: source, path } = await holdOffering(tx, offeringId);
    authorize(canManageOfferings[source.kind](tx.actor, path));
    const rows = await sessionsOf(tx, offeringId);
    const firstOn = todayOn(rows[0]?.session.startsAt ?? source.bookingOpensAt ?? tx.now);
    const newFirst = startsOn ?? nextRoundOn(firstOn, source.kind === 'childcare', tx.now);
    if (newFirst < todayOn(tx.now)) return refuse('in_past');
    const days = daysBetween(firstOn, newFirst);
    const years = Number(newFirst.slice(0, 4)) - Number(firstOn.slice(0, 4));
    const copy = copied(tx, source, days, years);
    await tx.db.insert(offerings).values(copy);
    await copyQuestions(tx, offeringId, copy.id);
    for (const { session, capacity } of rows) {
      const id = newId();
      await tx.db.insert(offeringSessions).values({
        ...session,
        id,
        offeringId: copy.id,
        startsAt: shiftInstant(session.startsAt, days),
        endsAt: shiftInstant(session.endsAt, days),
        version: 1,
        createdAt: tx.now,
      });
      await tx.db.insert(sessionCapacity).values({ sessionId: id, capacity });
    }
    await recordAudit(tx, {
      action: 'copy_offering',
      entityType: 'offering',
      entityId: copy.id,
      organisationId: source.organisationId,
      before: { copied: source.id },
      after: { ...auditedOffering(copy), sessions: rows.length },
    });
    return ok({ offeringId: copy.id });
  });
}
