import 'server-only';
import { and, eq } from 'drizzle-orm';
import { people } from '@/db/schema/identity';
import {
  applicationDecisions,
  membershipApplications as applications,
  membershipChanges,
  memberships,
} from '@/db/schema/membership';
import { answerClock } from '@/features/applications/queries/answer-clock';
import { reopenClock } from '@/features/clocks/steps/start-clock';
import { canReviewApplication } from '@/features/members/policy';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import { organisationPath } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { NotFound, pgFailure, violates } from '@/lib/errors';
import { recallMessages } from '@/lib/messaging/outbox';
import { pausePoint } from '@/lib/pause-point';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { type NotUndone, whyNotUndone } from '@/lib/undo';
import type { UndoInput } from '../schema/review';
import { lockApplication, recordEvent } from '../steps/lock-application';
import { restoreBefore } from '../steps/snapshot-before';

export type UndoRefusal = NotUndone | 'changed';

/** Something still points to the row: SQLSTATE foreign_key_violation. */
const FOREIGN_KEY = '23503';

/** Both of one lock order: first the application, then its decision. */
async function lockDecision(tx: Ctx, id: string) {
  const one = eq(applicationDecisions.id, id);
  const [seen] = await tx.db.select().from(applicationDecisions).where(one);
  if (!seen) throw new NotFound('decision');
  const { application } = await lockApplication(tx, seen.applicationId);
  const [decision] = await tx.db.select().from(applicationDecisions).where(one).for('update');
  if (!decision) throw new NotFound('decision');
  return { application, decision };
}

/** The membership of a decision that nobody has heard of: it goes as if it had never been. */
async function unmakeMember(
  tx: Ctx,
  application: { id: string; personId: string },
  made: Record<string, string | boolean | null>,
): Promise<boolean> {
  return within(tx, asSystem(tx), async (systemTx) => {
    const logged = await systemTx.db
      .select({ id: membershipChanges.id })
      .from(membershipChanges)
      .where(eq(membershipChanges.applicationId, application.id));
    if (logged.length > 0) return false;
    await systemTx.db.delete(memberships).where(eq(memberships.id, String(made.membershipId)));
    const document = { idType: null, idSealed: null, idIndex: null, idMasked: null };
    const forget = { ...document, sex: null, birthOn: null };
    await systemTx.db
      .update(people)
      .set({
        unionId: typeof made.unionBefore === 'string' ? made.unionBefore : null,
        ...(made.firstDocument === true && forget),
      })
      .where(eq(people.id, application.personId));
    return true;
  });
}

/**
 * A worker may have begun something in those seconds: who was refused another application, who was approved a
 * transfer, or whatever else points to the new 会籍. Then theirs counts.
 */
async function unlessStartedAnew<T, R extends string>(work: () => Promise<Result<T, R>>) {
  try {
    return await work();
  } catch (error) {
    const begun = violates(error, 'applications_open_per_person_idx');
    if (begun || pgFailure(error)?.code === FOREIGN_KEY) return refuse('changed' as const);
    throw error;
  }
}

/**
 * Takes a decision back within the seconds in which nothing has left the system: only by the officer
 * who took it, and only while nothing else happened. Every column returns to what it was. Throws NotFound
 * for a decision that the officer does not see.
 * Refuses `changed` when something happened since; `undo_too_late` once the notice has left or the
 * new member has acted.
 */
export async function undoDecision(
  ctx: Ctx,
  input: UndoInput,
): Promise<Result<{ applicationId: string }, UndoRefusal>> {
  return unlessStartedAnew(() =>
    transaction(ctx, async (tx): Promise<Result<{ applicationId: string }, UndoRefusal>> => {
      const { application, decision } = await lockDecision(tx, input.decisionId);
      await pausePoint('undo:locked');
      const { columns, version, made } = restoreBefore(decision.before);
      const desk = columns.deskId ?? application.deskId;
      authorize(canReviewApplication(tx.actor, await organisationPath(tx, desk)));
      authorize(tx.actor.kind === 'account');
      const { officerId: decidedBy, undoUntil: until, undoneAt } = decision;
      const by = { accountId: tx.actor.accountId, now: tx.now };
      const stop = whyNotUndone({ decidedBy, until, undoneAt }, by);
      if (stop) return refuse(stop);
      if (application.version !== version) return refuse('changed');
      if (!(await recallMessages(tx, decision.messagePrefix))) return refuse('undo_too_late');
      if (decision.decision === 'approved' && !(await unmakeMember(tx, application, made))) {
        return refuse('undo_too_late');
      }
      await tx.db
        .update(applications)
        .set({ ...columns, version: application.version + 1, updatedAt: tx.now })
        .where(and(eq(applications.id, application.id), eq(applications.version, version)));
      await reopenClock(tx, answerClock(application.id));
      await tx.db
        .update(applicationDecisions)
        .set({ undoneAt: tx.now })
        .where(eq(applicationDecisions.id, decision.id));
      const union = await getOrganisation(tx, desk);
      await recordEvent(tx, application, {
        type: 'undone',
        to: columns.status,
        by: union.shortName,
      });
      await recordAudit(tx, {
        action: 'undo_decision',
        entityType: 'membership_application',
        entityId: application.id,
        organisationId: desk,
        before: { status: application.status, decision: decision.decision },
        after: { status: columns.status },
      });
      return ok({ applicationId: application.id });
    }),
  );
}
