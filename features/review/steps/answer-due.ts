import 'server-only';
import { eq } from 'drizzle-orm';
import { membershipApplications as applications } from '@/db/schema/membership';
import { caseLink } from '@/features/applications/rules/application-notice';
import type { ClockHandler, DueClock } from '@/features/clocks/queries/clock-row';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { notify, notifyEach } from '@/lib/messaging/outbox';
import { deskReminderNotice, escalatedNotice, escalatedToDeskNotice } from '../messages';
import { listDeskOfficers } from '../queries/desk-officers';
import { isWaiting } from '../rules/desk';
import { type LockedApplication, lockApplication, recordEvent } from './lock-application';

type Waiting = LockedApplication['application'];

async function remind(tx: Ctx, application: Waiting, dueOn: string): Promise<void> {
  const { id, number, version, deskId } = application;
  await tx.db.update(applications).set({ remindedAt: tx.now }).where(eq(applications.id, id));
  const due = formatDay(dueOn, todayOn(tx.now));
  const notice = deskReminderNotice({ id, number, version }, { due });
  await notifyEach(tx, await listDeskOfficers(tx, deskId), notice);
}

async function escalate(tx: Ctx, application: Waiting, parentId: string, dueOn: string) {
  const { id, number, deskId, accountId } = application;
  const version = application.version + 1;
  const parent = await getOrganisation(tx, parentId);
  const anew = application.status === 'in_review' ? { openedAt: null, openedBy: null } : {};
  await tx.db
    .update(applications)
    .set({
      ...{ deskId: parentId, escalatedAt: tx.now, remindedAt: tx.now, ...anew },
      ...{ version, updatedAt: tx.now },
    })
    .where(eq(applications.id, id));
  const note = `超过${formatDay(dueOn, todayOn(tx.now))}的期限，转${parent.shortName}办理`;
  const escalated = { type: 'escalated', to: application.status, by: '系统', note };
  await recordEvent(tx, application, escalated);
  await recordAudit(tx, {
    action: 'escalate_application',
    entityType: 'membership_application',
    entityId: id,
    organisationId: parentId,
    before: { desk: deskId, dueOn },
    after: { desk: parentId },
  });
  const c = { id, number, version };
  await notify(tx, { accountId, ...escalatedNotice(c, { union: parent.shortName }) });
  await notifyEach(tx, await listDeskOfficers(tx, parentId), escalatedToDeskNotice(c));
}

/** The case of a clock, which the sweep has locked; null when nobody need answer it any more. */
async function waitingCase(tx: Ctx, clock: DueClock): Promise<Waiting | null> {
  const { application } = await lockApplication(tx, clock.subjectId);
  return isWaiting(application.status) ? application : null;
}

/** A reminder to the desk's officers on the day of the warning (domain.md §1.4), once. */
async function warn(tx: Ctx, clock: DueClock): Promise<void> {
  const application = await waitingCase(tx, clock);
  if (application?.remindedAt === null) await remind(tx, application, clock.dueOn);
}

/** Late: the case passes to the parent union (上级工会), its promised day still standing (domain.md §1.4). */
async function due(tx: Ctx, clock: DueClock): Promise<void> {
  const application = await waitingCase(tx, clock);
  if (!application) return;
  const { parentId } = await getOrganisation(tx, application.deskId);
  if (parentId !== null && application.escalatedAt === null) {
    await escalate(tx, application, parentId, clock.dueOn);
  } else if (application.remindedAt === null) {
    await remind(tx, application, clock.dueOn);
  }
}

/** A moved day goes where the desk's list is sorted by it; the worker is told, the desk reads it there. */
async function moved(tx: Ctx, { subjectId, dueOn }: DueClock, was: string) {
  const { application } = await lockApplication(tx, subjectId);
  await tx.db.update(applications).set({ dueOn }).where(eq(applications.id, subjectId));
  const today = todayOn(tx.now);
  const note = `放假安排变化，期限由${formatDay(was, today)}改到${formatDay(dueOn, today)}`;
  const line = { type: 'due_moved', to: application.status, by: '系统', note };
  await recordEvent(tx, application, line);
  const { id, number, version, accountId } = application;
  const link = caseLink({ id, number, version });
  return { accountIds: [accountId], matter: `入会申请 ${number}`, link };
}

/** What the union's time to answer brings about. */
export const applicationAnswer: ClockHandler = {
  lock: async (tx, id) => (await lockApplication(tx, id)) !== null,
  warn,
  due,
  moved,
};
