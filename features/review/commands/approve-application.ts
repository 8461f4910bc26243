import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { getOrganisation } from '@/features/organisations/queries/organisations';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { type Result, refuse } from '@/lib/result';
import { readSettings } from '@/lib/settings';
import { approvedNotice, passedOnNotice } from '../messages';
import { isLastStep } from '../rules/desk';
import type { ApproveInput } from '../schema/review';
import { undoSeconds } from '../settings';
import type { Held } from '../steps/hold-application';
import { makeMember } from '../steps/make-member';
import {
  type Decided,
  type DecideRefusal,
  decideApplication,
  type Plan,
} from './decide-application';

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

/** First of two consents: the case goes to the parent's desk, unread there, with the same last day. */
async function passOn(tx: Ctx, { application }: Held): Promise<Plan | null> {
  const union = await getOrganisation(tx, application.deskId);
  if (isLastStep(application) || union.parentId === null) return null;
  const parent = await getOrganisation(tx, union.parentId);
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

/** The 会籍变化 line is written when the undo is over, so that no line ever has to be taken back. */
async function recordLater(tx: Ctx, applicationId: string): Promise<void> {
  const { undoSeconds: seconds } = await readSettings(tx, { undoSeconds });
  await tx.db.execute(sql`select add_job('record_joinings', ${JSON.stringify({ applicationId })}::json,
    run_at => now() + make_interval(secs => ${seconds + 1}), job_key => ${`joined:${applicationId}`})`);
}

/**
 * 通过: at the first of two steps the case passes to the parent (基层 → 镇街), at the last the worker is
 * a member from now on (membership runs from the approval): person, membership, number, notice. A union
 * that was dissolved meanwhile takes nobody in: the worker is asked to choose another.
 */
export async function approveApplication(
  ctx: Ctx,
  input: ApproveInput,
): Promise<Result<Decided, ApproveRefusal>> {
  try {
    return await decideApplication<'duplicate_member' | 'union_closed'>(
      ctx,
      input,
      async (tx, held) => {
        if (await isClosed(tx, held.application.organisationId)) return refuse('union_closed');
        const onward = await passOn(tx, held);
        if (onward) return onward;
        const member = await makeMember(tx, held.application);
        if (!member.ok) return member;
        await recordLater(tx, held.application.id);
        const { memberNo, ...made } = member.value;
        return {
          decision: 'approved',
          to: 'approved',
          patch: { reason: null },
          made: { ...made },
          notice: (c, union) => approvedNotice(c, { union, memberNo }),
        };
      },
    );
  } catch (error) {
    // Two applications with one document approved at the same moment: the index has the last word.
    const twice = ['people_id_idx', 'memberships_active_idx'].some((name) => violates(error, name));
    if (twice) return refuse('duplicate_member');
    throw error;
  }
}
