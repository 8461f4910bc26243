import 'server-only';
import { recordChildLook } from '@/features/family/steps/record-child-looks';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { readOnRecord } from '@/lib/transaction';
import { unknownDay } from '../rules/class-day';
import { childDays } from './child-days';
import { enterClass, mayLookAfter } from './class-access';
import { findClassChild, guardiansOf, pickUpListOf } from './class-child';

/**
 * A child's record for the staff assigned to its class: where it is today, its guardians, who may
 * fetch it. Each look is a line that the guardians read; health notes are a look of their own. Throws
 * NotFound for whoever does not look after the class today, and for a child that is not on its roll.
 */
export async function getChildRecord(ctx: Ctx, sessionId: string, bookingId: string) {
  if (!isUuid(bookingId)) throw new NotFound('child');
  return readOnRecord(ctx, async (tx) => {
    const facts = await enterClass(tx, sessionId);
    if (!mayLookAfter(tx, facts)) throw new NotFound('child');
    const child = await findClassChild(tx, bookingId, sessionId);
    if (!child) throw new NotFound('child');
    const { childId, organiserId, name, health } = child;
    const days = await childDays(tx, [bookingId], todayOn(tx.now));
    const day = days.get(bookingId) ?? unknownDay;
    const guardians = await guardiansOf(tx, childId);
    const people = await pickUpListOf(tx, child);
    await recordChildLook(tx, {
      childId,
      bookingId,
      organiserId,
      role: facts.role,
      what: 'pick_up',
    });
    return { ...facts, bookingId, name, hasHealthNotes: health !== null, day, guardians, people };
  });
}

export type ChildRecord = Awaited<ReturnType<typeof getChildRecord>>;
