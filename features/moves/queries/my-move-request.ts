import 'server-only';
import { eq } from 'drizzle-orm';
import { offeringSessions } from '@/db/schema/offerings';
import { type Timed, timedOf } from '@/features/offerings/rules/meetings';
import type { Ctx } from '@/lib/ctx';
import { readSettings } from '@/lib/settings';
import { read } from '@/lib/transaction';
import { silenceAfter } from '../rules/move-request';
import { moveRequestSettings } from '../settings';
import { findOpenRequest } from './open-request';

export interface MyMoveRequest {
  readonly bookingId: string;
  readonly isSwap: boolean;
  readonly reason: string;
  readonly until: Date;
  readonly silence: string;
  /** They have said yes; the other of a swap is still asked. */
  readonly hasAgreed: boolean;
  readonly to: { readonly title: string; readonly place: string; readonly at: Timed };
}

/**
 * The question whether one goes over to another session, for the page of a booking of one's own; null when
 * none stands or its time is over.
 */
export async function findMyMoveRequest(
  ctx: Ctx,
  bookingId: string,
): Promise<MyMoveRequest | null> {
  return read(ctx, async (tx) => {
    const request = await findOpenRequest(tx, bookingId);
    if (!request || request.answerBy <= tx.now) return null;
    const isFirst = request.bookingId === bookingId;
    const toId = isFirst ? request.toSessionId : request.fromSessionId;
    const [to] = await tx.db.select().from(offeringSessions).where(eq(offeringSessions.id, toId));
    if (!to) return null;
    const { moveSilence } = await readSettings(tx, moveRequestSettings);
    const isSwap = request.otherBookingId !== null;
    return {
      bookingId,
      isSwap,
      reason: request.reason,
      until: request.answerBy,
      silence: silenceAfter(moveSilence, isSwap),
      hasAgreed: (isFirst ? request.agreedAt : request.otherAgreedAt) !== null,
      to: { title: to.title, place: to.place, at: timedOf(to) },
    };
  });
}
