import 'server-only';
import { and, eq } from 'drizzle-orm';
import {
  applicationDecisions,
  membershipApplications as applications,
} from '@/db/schema/membership';
import type { Notice } from '@/features/applications/rules/application-notice';
import { noticeKey } from '@/features/applications/rules/application-notice';
import type { Application } from '@/features/applications/steps/open-application';
import { isOwnCase } from '@/features/identity/queries/own-case';
import { canReviewApplication } from '@/features/members/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { notify } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { isRefusal, ok, type Refusal, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { canDecideApplication } from '../policy';
import { type DecisionKind, isUnread, isWaiting } from '../rules/desk';
import { undoSeconds } from '../settings';
import {
  beginReview,
  type Held,
  holdApplication,
  type Overtaken,
  overtakenBy,
  recordEvent,
} from '../steps/hold-application';
import { rememberBefore } from '../steps/remember-before';

export interface Decided {
  readonly applicationId: string;
  readonly decisionId: string;
  readonly decision: DecisionKind;
}
export type DecideRefusal = Overtaken | 'own_case' | 'entered_by_you';

/** What one kind of decision does with the locked application. */
export interface Plan {
  readonly decision: DecisionKind;
  readonly to: Application['status'];
  readonly patch?: Partial<Application>;
  readonly note?: string;
  readonly fields?: string[];
  /** Ids of what was made besides, for the undo. */
  readonly made?: Record<string, string | boolean | null>;
  readonly notice: (c: { id: string; number: string; version: number }, union: string) => Notice;
}

async function barred(
  tx: Ctx,
  { application, deskPath }: Held,
): Promise<Refusal<'own_case' | 'entered_by_you'> | null> {
  if (await isOwnCase(tx, application)) return refuse('own_case');
  return canDecideApplication(tx.actor, deskPath, application) ? null : refuse('entered_by_you');
}

/**
 * Decides one application under its row lock, by status and version: of two officers one wins, the
 * other learns who and when. History, audit, undo record and the delayed notice go with it.
 * @param plan says what this decision does, or refuses
 */
export async function decideApplication<R extends string = never>(
  ctx: Ctx,
  input: { applicationId: string; version: number },
  plan: (tx: Ctx, held: Held) => Promise<Plan | Refusal<R>>,
): Promise<Result<Decided, DecideRefusal | R>> {
  return transaction(ctx, async (tx): Promise<Result<Decided, DecideRefusal | R>> => {
    let held = await holdApplication(tx, input.applicationId);
    authorize(canReviewApplication(tx.actor, held.deskPath) && tx.actor.kind === 'account');
    await pausePoint('decide:locked');
    const { status, version } = held.application;
    if (!isWaiting(status) || version !== input.version) return overtakenBy(tx, held.application);
    const stop = await barred(tx, held);
    if (stop) return stop;
    if (isUnread(held.application)) held = await beginReview(tx, held);
    const planned = await plan(tx, held);
    if (isRefusal(planned)) return planned as Refusal<R>;
    return ok(await carryOut(tx, held, planned as Plan));
  });
}

async function carryOut(tx: Ctx, { application }: Held, plan: Plan): Promise<Decided> {
  if (tx.actor.kind !== 'account') throw new Error('only an officer decides');
  const { id, accountId, deskId, number } = application;
  const officerId = tx.actor.accountId;
  const version = application.version + 1;
  const union = await getOrganisation(tx, deskId);
  const rules = await readSettings(tx, { undoSeconds });
  const settled = plan.to === 'in_review' ? {} : { decidedAt: tx.now, decidedBy: officerId };
  const changed = await tx.db
    .update(applications)
    .set({ ...settled, ...plan.patch, status: plan.to, version, updatedAt: tx.now })
    .where(and(eq(applications.id, id), eq(applications.version, application.version)))
    .returning({ id: applications.id });
  if (changed.length === 0) throw new Error('the locked application is gone');
  const decisionId = newId();
  await tx.db.insert(applicationDecisions).values({
    id: decisionId,
    applicationId: id,
    decision: plan.decision,
    officerId,
    at: tx.now,
    undoUntil: new Date(tx.now.getTime() + rules.undoSeconds * 1000),
    messagePrefix: noticeKey({ id, version }),
    before: rememberBefore(application, version, plan.made),
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

const auditNames: Record<DecisionKind, string> = {
  approved: 'approve_application',
  passed_on: 'pass_on_application',
  rejected: 'reject_application',
  sent_back: 'send_back_application',
};
