import 'server-only';
import { and, eq, exists, gt, inArray, isNull, lt } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import { classAbsences } from '@/db/schema/childcare';
import { offeringSessions, offerings } from '@/db/schema/offerings';
import { guardianAccounts } from '@/features/family/queries/guardian-accounts';
import { meetingOnDay, timedOf } from '@/features/offerings/rules/meetings';
import { onTheRoll } from '@/features/rolls/rules/attendance';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { sweep } from '@/lib/jobs/sweep';
import { notifyEach } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { absenceNotice, alarmNotice } from '../messages';
import { childDays } from '../queries/child-days';
import { type ClassFacts, findClass } from '../queries/class-access';
import { childrenOf, findClassDoor } from '../queries/class-day';
import { listClassOfficers } from '../queries/class-officers';
import { dayState, isAbsenceDue, unknownDay } from '../rules/class-day';
import { absenceMinutes } from '../settings';

export interface Watched {
  readonly alarmed: number;
  readonly notified: number;
}

/** Classes that run these days and have children, open or not. */
function listRunning(tx: Ctx): Promise<{ id: string }[]> {
  const tomorrow = startOfDay(addDays(todayOn(tx.now), 1));
  return tx.db
    .select({ id: offeringSessions.id })
    .from(offeringSessions)
    .innerJoin(offerings, eq(offerings.id, offeringSessions.offeringId))
    .where(
      and(
        eq(offerings.kind, 'childcare'),
        isNull(offeringSessions.cancelledAt),
        lt(offeringSessions.startsAt, tomorrow),
        gt(offeringSessions.endsAt, tx.now),
        exists(
          tx.db
            .select({ id: bookings.id })
            .from(bookings)
            .where(
              and(
                eq(bookings.sessionId, offeringSessions.id),
                inArray(bookings.status, [...onTheRoll]),
              ),
            ),
        ),
      ),
    );
}

/** Tells the organiser once a day that its class must not take children in. */
async function alarm(
  tx: Ctx,
  facts: ClassFacts,
  door: { isOpen: boolean; gaps: string[] },
  today: string,
): Promise<boolean> {
  const reasons = door.isOpen || door.gaps.length > 0 ? door.gaps : ['还没有点“开班”'];
  if (reasons.length === 0 || !meetingOnDay(timedOf(facts), today)) return false;
  const notice = alarmNotice(facts, reasons, today);
  await notifyEach(tx, await listClassOfficers(tx, facts.organiserId), notice);
  return true;
}

/** Tells the guardians of each child that has not come, once per child and day. */
async function tellAbsent(tx: Ctx, facts: ClassFacts, today: string): Promise<number> {
  const { sessionId, organiserId } = facts;
  const children = await childrenOf(tx, sessionId);
  const ids = children.map((child) => child.bookingId);
  const days = await childDays(tx, ids, today);
  const from = meetingOnDay(timedOf(facts), today)?.from ?? tx.now;
  let notified = 0;
  for (const { bookingId, childId } of children) {
    if (dayState(days.get(bookingId) ?? unknownDay) !== 'expected') continue;
    const marked = await tx.db
      .insert(classAbsences)
      .values({ bookingId, onDay: today, sessionId, organiserId, childId, toldAt: tx.now })
      .onConflictDoNothing()
      .returning({ bookingId: classAbsences.bookingId });
    if (marked.length === 0) continue;
    const notice = absenceNotice(bookingId, today, from);
    await notifyEach(tx, await guardianAccounts(tx, childId), notice);
    notified += 1;
  }
  return notified;
}

/**
 * By the clock: alarms organisers of classes of today that lost a check or were not opened, and tells guardians of
 * children not signed in N minutes after the start (domain.md §3.2: within 30 minutes). Run it as the system.
 * @open only a job calls it, as the system
 */
export async function watchClasses(ctx: Ctx): Promise<Watched> {
  const systemTx = asSystem(ctx);
  let [alarmed, notified] = [0, 0];
  const running = await read(systemTx, listRunning);
  await sweep('watch_classes', running, ({ id: sessionId }) =>
    transaction(systemTx, async (tx) => {
      const facts = await findClass(tx, sessionId);
      if (!facts) return;
      const today = todayOn(tx.now);
      const { absenceMinutes: minutes } = await readSettings(tx, { absenceMinutes });
      const door = await findClassDoor(tx, sessionId, today);
      if (await alarm(tx, facts, door, today)) alarmed += 1;
      // Nobody can be signed in while the class is not open, so nobody is missing either.
      const due = door.isOpen && isAbsenceDue(facts, tx.now, minutes);
      const here = due ? await tellAbsent(tx, facts, today) : 0;
      notified += here;
      if (here === 0) return;
      await recordAudit(tx, {
        action: 'tell_class_absences',
        entityType: 'offering_session',
        entityId: sessionId,
        organisationId: facts.organiserId,
        after: { on: today, children: here },
      });
    }),
  );
  return { alarmed, notified };
}
