import 'server-only';
import { and, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { isOverdue, remindsFrom } from '@/features/applications/rules/review';
import { slaDays } from '@/features/applications/settings';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import { readWorkCalendar } from '@/lib/calendar/work-calendar';
import { asSystem, type Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { sweep } from '@/lib/jobs/sweep';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { read, transaction } from '@/lib/transaction';
import { deskReminderNotice, escalatedNotice, escalatedToDeskNotice } from '../messages';
import { listDeskOfficers } from '../queries/desk-officers';
import { isWaiting } from '../rules/desk';
import { reminderDays } from '../settings';
import { type LockedApplication, lockApplication, recordEvent } from '../steps/lock-application';

export interface Reminded {
  readonly reminded: number;
  readonly escalated: number;
}

interface Clock {
  readonly today: string;
  /** The last due day of which the desk is reminded today. */
  readonly remindUpTo: string;
}

async function readClock(tx: Ctx): Promise<Clock> {
  const rules = await readSettings(tx, { slaDays, reminderDays });
  const calendar = await readWorkCalendar(tx);
  const today = todayOn(tx.now);
  return { today, remindUpTo: remindsFrom(today, rules, calendar) };
}

const listDue = (tx: Ctx, clock: Clock) =>
  tx.db
    .select({ id: applications.id })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.deskId))
    .where(
      and(
        inArray(applications.status, ['submitted', 'in_review']),
        or(
          and(
            lt(applications.dueOn, clock.today),
            isNull(applications.escalatedAt),
            isNotNull(organisations.parentId),
          ),
          and(lte(applications.dueOn, clock.remindUpTo), isNull(applications.remindedAt)),
        ),
      ),
    )
    .orderBy(applications.dueOn, applications.id);

async function remind(tx: Ctx, { application }: LockedApplication, today: string): Promise<void> {
  const { id, number, version, deskId, dueOn } = application;
  await tx.db.update(applications).set({ remindedAt: tx.now }).where(eq(applications.id, id));
  const notice = deskReminderNotice(
    { id, number, version },
    { due: formatDay(dueOn ?? today, today) },
  );
  await notifyEach(tx, await listDeskOfficers(tx, deskId), notice);
}

async function escalate(
  tx: Ctx,
  { application }: LockedApplication,
  parentId: string,
  today: string,
) {
  const { id, number, deskId, accountId } = application;
  const version = application.version + 1;
  const parent = await getOrganisation(tx, parentId);
  await tx.db
    .update(applications)
    .set({
      deskId: parentId,
      escalatedAt: tx.now,
      remindedAt: tx.now,
      openedAt: application.status === 'in_review' ? null : application.openedAt,
      openedBy: application.status === 'in_review' ? null : application.openedBy,
      version,
      updatedAt: tx.now,
    })
    .where(eq(applications.id, id));
  const note = `超过${formatDay(application.dueOn ?? today, today)}的期限，转${parent.shortName}办理`;
  await recordEvent(tx, application, {
    type: 'escalated',
    to: application.status,
    by: '系统',
    note,
  });
  await recordAudit(tx, {
    action: 'escalate_application',
    entityType: 'membership_application',
    entityId: id,
    organisationId: parentId,
    before: { desk: deskId, dueOn: application.dueOn },
    after: { desk: parentId },
  });
  const c = { id, number, version };
  await notify(tx, { accountId, ...escalatedNotice(c, { union: parent.shortName }) });
  await notifyEach(tx, await listDeskOfficers(tx, parentId), escalatedToDeskNotice(c));
}

/** Looks again under the lock: the case may have been decided a moment ago. */
async function sweepOne(tx: Ctx, id: string, clock: Clock): Promise<keyof Reminded | null> {
  const locked = await lockApplication(tx, id);
  const { status, dueOn, remindedAt, deskId } = locked.application;
  if (!isWaiting(status) || dueOn === null) return null;
  const desk = await getOrganisation(tx, deskId);
  const { escalatedAt } = locked.application;
  if (isOverdue(dueOn, clock.today) && desk.parentId !== null && escalatedAt === null) {
    await escalate(tx, locked, desk.parentId, clock.today);
    return 'escalated';
  }
  if (dueOn > clock.remindUpTo || remindedAt !== null) return null;
  await remind(tx, locked, clock.today);
  return 'reminded';
}

/**
 * The hourly sweep (domain.md §1.4): a reminder to the desk's officers at the third working day, and
 * after the fifth the case passes to the parent union, once, its promised day still standing. Each
 * case is a transaction of its own, and a second run finds nothing left to do.
 * @open the system itself, on its clock
 */
export async function remindAndEscalate(ctx: Ctx): Promise<Reminded> {
  const systemTx = asSystem(ctx);
  const clock = await read(systemTx, readClock);
  const due = await read(systemTx, (tx) => listDue(tx, clock));
  const done = { reminded: 0, escalated: 0 };
  await sweep('remind_and_escalate', due, async ({ id }) => {
    const what = await transaction(systemTx, (tx) => sweepOne(tx, id, clock));
    if (what) done[what] += 1;
  });
  return done;
}
