import 'server-only';
import { guardianAccounts } from '@/features/family/queries/guardian-accounts';
import { type NewEntry, recordEntries } from '@/features/rolls/steps/record-entries';
import { authorize } from '@/lib/access';
import { accountOf } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { notifyEach } from '@/lib/messaging/outbox';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction, within } from '@/lib/transaction';
import { arrivedNotice } from '../messages';
import { childDays } from '../queries/child-days';
import { enterClass, mayLookAfter, type RunClass } from '../queries/class-access';
import { findClassChild } from '../queries/class-child';
import { findClassDoor } from '../queries/class-day';
import { refuseSignIn } from '../rules/class-day';
import type { SignInInput } from '../schema/class';

type SignInRefusal =
  | 'no_class_today'
  | 'too_early'
  | 'day_over'
  | 'class_cancelled'
  | 'class_closed'
  | 'not_on_the_roll'
  | 'already_in'
  | 'already_out';

type Signed = Result<{ sessionId: string }, SignInRefusal>;

async function record(systemTx: Ctx, tx: Ctx, facts: RunClass, bookingId: string): Promise<Signed> {
  const { sessionId } = facts;
  const on = todayOn(tx.now);
  const child = await findClassChild(systemTx, bookingId, sessionId);
  if (!child) return refuse('not_on_the_roll');
  if (!(await findClassDoor(systemTx, sessionId, on)).isOpen) return refuse('class_closed');
  const day = (await childDays(systemTx, [bookingId], on)).get(bookingId);
  if (day?.handedOver) return refuse('already_out');
  const entry: NewEntry = {
    ...{ id: newId(), bookingId, sessionId, meetingOn: on, kind: 'in', way: 'roll' },
    ...{ at: tx.now, byAccount: accountOf(tx.actor), round: day?.round ?? 0 },
  };
  const made = await recordEntries(systemTx, [entry]);
  if (made.size === 0) return refuse('already_in');
  if (day?.toldAt) {
    // Whoever was told that the child is missing is told that it is there.
    const family = await guardianAccounts(systemTx, child.childId);
    await notifyEach(systemTx, family, arrivedNotice(bookingId, on, tx.now));
  }
  return ok({ sessionId });
}

/**
 * Signs a child in for today: one tap by the staff assigned to the class. Refused while the class is not open, and
 * on a new day while a check is missing or over (未成年人保护法 62); a day that has begun goes on.
 * Refuses `class_cancelled`; `not_on_the_roll` for a child of another class; `class_closed` while
 * the class is not open or not staffed; `already_in`; `already_out` after today's handing over.
 */
export async function signInChild(
  ctx: Ctx,
  { sessionId, bookingId }: SignInInput,
): Promise<Signed> {
  const work = async (tx: Ctx): Promise<Signed> => {
    const facts = await enterClass(tx, sessionId);
    authorize(mayLookAfter(tx, facts));
    if (facts.cancelledAt) return refuse('class_cancelled');
    const stop = refuseSignIn(facts, tx.now);
    if (stop) return refuse(stop);
    const signed = await within(tx, asSystem(tx), (systemTx) =>
      record(systemTx, tx, facts, bookingId),
    );
    if (!signed.ok) return signed;
    await recordAudit(tx, {
      action: 'sign_in_child',
      entityType: 'booking',
      entityId: bookingId,
      organisationId: facts.organiserId,
      after: { on: todayOn(tx.now) },
    });
    return signed;
  };
  try {
    return await transaction(ctx, work);
  } catch (error) {
    if (!violates(error, 'class_day_ready')) throw error;
    return refuse('class_closed', { detail: { text: '看护人员的犯罪记录查询或开班检查不齐' } });
  }
}
