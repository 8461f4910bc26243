import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { canReviewApplication } from '@/features/members/policy';
import { getOrganisation, type Organisation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { enqueue } from '@/lib/jobs/enqueue';
import { ok, type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { undoSeconds } from '@/lib/undo-settings';
import { approvedNotice, passedOnNotice } from '../messages';
import { isLastStep } from '../rules/desk';
import type { ApproveInput } from '../schema/review';
import { type DecideRefusal, decisionBlocked } from '../steps/decision-blocked';
import { type LockedApplication, lockApplication } from '../steps/lock-application';
import { makeMember, type NewMember, planMember } from '../steps/make-member';
import { type DecidedApplication, type Plan, recordDecision } from '../steps/record-decision';

export type ApproveRefusal = DecideRefusal | 'duplicate_member' | 'union_closed';

/** Whether the union was dissolved meanwhile. The share lock makes a closing wait until this is decided. */
async function isClosed(tx: Ctx, unionId: string | null): Promise<boolean> {
  if (unionId === null) throw new Error('an application without a union');
  const [union] = await tx.db
    .select({ closedAt: organisations.closedAt })
    .from(organisations)
    .where(eq(organisations.id, unionId))
    .for('share');
  return union?.closedAt !== null;
}

/** First of two consents: the desk that confirms it; null where this consent is the last. */
async function confirmingDesk(
  tx: Ctx,
  { application }: LockedApplication,
): Promise<Organisation | null> {
  if (isLastStep(application)) return null;
  const { parentId } = await getOrganisation(tx, application.deskId);
  return parentId === null ? null : getOrganisation(tx, parentId);
}

/** The case goes to the parent's desk, unread there, with the same last day. */
function passingOn(tx: Ctx, { application }: LockedApplication, parent: Organisation): Plan {
  const due = application.dueOn ?? todayOn(tx.now);
  return {
    decision: 'passed_on',
    to: 'in_review',
    patch: {
      step: application.step + 1,
      deskId: parent.id,
      openedAt: null,
      openedBy: null,
      remindedAt: null,
    },
    note: `转${parent.shortName}确认`,
    notice: (c) =>
      passedOnNotice(c, { union: parent.shortName, due: formatDay(due, todayOn(tx.now)) }),
  };
}

function approving({ memberNo, ...made }: NewMember): Plan {
  return {
    decision: 'approved',
    to: 'approved',
    patch: { reason: null },
    made,
    notice: (c, union) => approvedNotice(c, { union, memberNo }),
  };
}

/** The 会籍变化 line is written when the undo is over, so that no line ever has to be taken back. */
async function recordLater(tx: Ctx, applicationId: string): Promise<void> {
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  const runAt = sql`now() + make_interval(secs => ${seconds + 1})`;
  const job = { task: 'record_joinings', key: `joined:${applicationId}`, runAt };
  await enqueue(tx, { ...job, payload: { applicationId } });
}

async function approve(
  tx: Ctx,
  input: ApproveInput,
): Promise<Result<DecidedApplication, ApproveRefusal>> {
  const locked = await lockApplication(tx, input.applicationId);
  authorize(canReviewApplication(tx.actor, locked.deskPath));
  const blocked = await decisionBlocked(tx, locked, input.version);
  if (blocked) return blocked;
  if (await isClosed(tx, locked.application.organisationId)) return refuse('union_closed');
  const parent = await confirmingDesk(tx, locked);
  if (parent) return ok(await recordDecision(tx, locked, passingOn(tx, locked, parent)));
  const member = await planMember(tx, locked.application);
  if (!member.ok) return member;
  const decided = await recordDecision(tx, locked, approving(member.value));
  await makeMember(tx, locked.application, member.value);
  await recordLater(tx, locked.application.id);
  return ok(decided);
}

/**
 * 通过: at the first of two steps the case passes to the parent (基层 → 镇街), at the last the worker is
 * a member from now on (membership runs from the approval): person, membership, number, notice. A union
 * that was dissolved meanwhile takes nobody in: the worker is asked to choose another.
 * Refuses `union_closed` when the union was dissolved meanwhile; `duplicate_member` when the person
 * or the document is on the books; further those of `decisionBlocked`.
 * @audited-by recordDecision
 */
export async function approveApplication(
  ctx: Ctx,
  input: ApproveInput,
): Promise<Result<DecidedApplication, ApproveRefusal>> {
  try {
    return await transaction(ctx, (tx) => approve(tx, input));
  } catch (error) {
    // Two applications with one document approved at the same moment: the index has the last word.
    const twice = ['people_id_idx', 'memberships_active_idx'].some((name) => violates(error, name));
    if (twice) return refuse('duplicate_member');
    throw error;
  }
}
