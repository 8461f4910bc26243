import 'server-only';
import { and, eq } from 'drizzle-orm';
import {
  applicationDecisions,
  membershipApplications as applications,
} from '@/db/schema/membership';
import { answerClock } from '@/features/applications/queries/answer-clock';
import type { ApplicationNotice } from '@/features/applications/rules/application-notice';
import { noticeKey } from '@/features/applications/rules/application-notice';
import type { Application } from '@/features/applications/steps/open-application';
import { warnAgain } from '@/features/clocks/steps/change-clock';
import { endClock } from '@/features/clocks/steps/start-clock';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { readSettings } from '@/lib/settings';
import { undoUntil } from '@/lib/undo';
import { undoSeconds } from '@/lib/undo-settings';
import { type DecisionKind, isUnread } from '../rules/desk';
import { beginReview, type LockedApplication, recordEvent } from './lock-application';
import { snapshotBefore } from './snapshot-before';

export interface DecidedApplication {
  readonly applicationId: string;
  readonly decisionId: string;
  readonly decision: DecisionKind;
}

/** What one kind of decision does with the locked application. */
export interface Plan {
  readonly decision: DecisionKind;
  readonly to: Application['status'];
  readonly patch?: Partial<Application>;
  readonly note?: string;
  readonly fields?: string[];
  /** Ids of what is made besides, for the undo. */
  readonly made?: Record<string, string | boolean | null>;
  readonly notice: (
    c: { id: string; number: string; version: number },
    union: string,
  ) => ApplicationNotice;
}

const auditNames: Record<DecisionKind, string> = {
  approved: 'approve_application',
  passed_on: 'pass_on_application',
  rejected: 'reject_application',
  sent_back: 'send_back_application',
};

/**
 * Writes a decision on the application whose row the caller holds: status and version, what an undo
 * restores, the line of 经过, the ledger, and the notice that leaves when the undo is over. A case that
 * nobody has opened is opened by being decided.
 * @throws when no officer acts, or the locked row is gone
 */
export async function recordDecision(
  tx: Ctx,
  locked: LockedApplication,
  plan: Plan,
): Promise<DecidedApplication> {
  if (tx.actor.kind !== 'account') throw new Error('only an officer decides');
  const { application } = isUnread(locked.application) ? await beginReview(tx, locked) : locked;
  const { id, accountId, deskId, number } = application;
  const officerId = tx.actor.accountId;
  const version = application.version + 1;
  const union = await getOrganisation(tx, deskId);
  const rules = await readSettings(tx, { undoSeconds });
  const decided = plan.to === 'in_review' ? {} : { decidedAt: tx.now, decidedBy: officerId };
  const changed = await tx.db
    .update(applications)
    .set({ ...decided, ...plan.patch, status: plan.to, version, updatedAt: tx.now })
    .where(and(eq(applications.id, id), eq(applications.version, application.version)))
    .returning({ id: applications.id });
  if (changed.length === 0) throw new Error('the locked application is gone');
  // Where another desk confirms, the same day stands, and that desk is reminded of it too.
  if (plan.to === 'in_review') await warnAgain(tx, answerClock(id));
  else await endClock(tx, answerClock(id), 'met');
  const decisionId = newId();
  await tx.db.insert(applicationDecisions).values({
    id: decisionId,
    applicationId: id,
    decision: plan.decision,
    officerId,
    at: tx.now,
    undoUntil: undoUntil(tx.now, rules.undoSeconds),
    messagePrefix: noticeKey({ id, version }),
    before: snapshotBefore(application, version, plan.made),
  });
  const { note, fields } = plan;
  await recordEvent(tx, application, {
    type: plan.decision,
    to: plan.to,
    by: union.shortName,
    note,
    fields,
  });
  await recordAudit(tx, {
    action: auditNames[plan.decision],
    entityType: 'membership_application',
    entityId: id,
    organisationId: deskId,
    before: { status: application.status, step: application.step },
    after: { status: plan.to, number, fields },
    reason: note,
  });
  const notice = plan.notice({ id, number, version }, union.shortName);
  await notify(tx, { accountId, delaySeconds: rules.undoSeconds, ...notice });
  return { applicationId: id, decisionId, decision: plan.decision };
}
