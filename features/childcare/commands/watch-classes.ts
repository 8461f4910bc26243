import 'server-only';
import { and, eq, gt, isNull, lte } from 'drizzle-orm';
import { classAbsences, classOpenings } from '@/db/schema/childcare';
import { offeringSessions } from '@/db/schema/programmes';
import { meetingOn } from '@/features/attendance/rules/meeting-days';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { notify } from '@/lib/outbox';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { absenceNotice, alarmNotice } from '../messages';
import { childDays } from '../queries/child-days';
import { type ClassFacts, findClass } from '../queries/class-access';
import { guardiansOf } from '../queries/class-child';
import { childrenOf, doorOf } from '../queries/class-day';
import { listClassOfficers } from '../queries/class-officers';
import { dayState, isAbsenceDue, unknownDay } from '../rules/class-day';
import { absenceMinutes } from '../settings';

export interface Watched {
  readonly alarmed: number;
  readonly told: number;
}

/** Classes that are open and run today. */
async function listRunning(tx: Ctx): Promise<string[]> {
  const tomorrow = startOfDay(addDays(todayOn(tx.now), 1));
  const rows = await tx.db
    .select({ id: classOpenings.sessionId })
    .from(classOpenings)
    .innerJoin(offeringSessions, eq(offeringSessions.id, classOpenings.sessionId))
    .where(
      and(
        isNull(offeringSessions.cancelledAt),
        lte(offeringSessions.startsAt, tomorrow),
        gt(offeringSessions.endsAt, tx.now),
      ),
    );
  return rows.map((row) => row.id);
}

/** Tells the organiser once a day that its class must not take children in. */
async function alarm(tx: Ctx, facts: ClassFacts, today: string): Promise<boolean> {
  const { gaps } = await doorOf(tx, facts.sessionId, today);
  if (gaps.length === 0 || !meetingOn(facts, today)) return false;
  const notice = alarmNotice(facts, gaps, today);
  for (const accountId of await listClassOfficers(tx, facts.organiserId)) {
    await notify(tx, { accountId, ...notice, dedupeKey: `${notice.dedupeKey}:${accountId}` });
  }
  return true;
}

/** Tells the guardians of each child that has not come, once per child and day. */
async function tellAbsent(tx: Ctx, facts: ClassFacts, today: string): Promise<number> {
  const { sessionId, organiserId } = facts;
  const children = await childrenOf(tx, sessionId);
  const ids = children.map((child) => child.bookingId);
  const days = await childDays(tx, ids, today);
  const from = meetingOn(facts, today)?.from ?? tx.now;
  let told = 0;
  for (const { bookingId, childId } of children) {
    if (dayState(days.get(bookingId) ?? unknownDay) !== 'expected') continue;
    const marked = await tx.db
      .insert(classAbsences)
      .values({ bookingId, onDay: today, sessionId, organiserId, childId, toldAt: tx.now })
      .onConflictDoNothing()
      .returning({ bookingId: classAbsences.bookingId });
    if (marked.length === 0) continue;
    const notice = absenceNotice(bookingId, today, from);
    for (const { accountId } of await guardiansOf(tx, childId)) {
      await notify(tx, { accountId, ...notice, dedupeKey: `${notice.dedupeKey}:${accountId}` });
    }
    told += 1;
  }
  return told;
}

/**
 * By the clock: alarms organisers of running classes that lost a check, and tells guardians of
 * children not signed in N minutes after the start (domain.md §3.2: within 30 minutes). Run it as the house.
 * @open only a job calls it, as the house
 */
export async function watchClasses(ctx: Ctx): Promise<Watched> {
  const house = asSystem(ctx);
  let [alarmed, told] = [0, 0];
  for (const sessionId of await read(house, listRunning)) {
    // One class a transaction: a failure in one leaves the others told.
    await transaction(house, async (tx) => {
      const facts = await findClass(tx, sessionId);
      if (!facts) return;
      const today = todayOn(tx.now);
      const { absenceMinutes: minutes } = await readSettings(tx, { absenceMinutes });
      if (await alarm(tx, facts, today)) alarmed += 1;
      const here = isAbsenceDue(facts, tx.now, minutes) ? await tellAbsent(tx, facts, today) : 0;
      told += here;
      if (here === 0) return;
      await recordAudit(tx, {
        action: 'tell_class_absences',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: facts.organiserId,
        after: { on: today, children: here },
      });
    });
  }
  return { alarmed, told };
}
