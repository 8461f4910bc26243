import 'server-only';
import { sql } from 'drizzle-orm';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, within } from '@/lib/transaction';
import { judgedAgain } from '../rules/places/barred';
import { type Why, whyWaiting } from '../rules/places/why';
import { gatherFacts } from './facts';
import type { MyBookingDetail } from './my-bookings';
import { readStanding } from './standing';

/** The conditions once more, for who is asked whether they still want the place. */
export async function judgeMyOffer(ctx: Ctx, b: MyBookingDetail) {
  return read(ctx, async (tx) => {
    const gathered = await gatherFacts(tx, b);
    return gathered && judgedAgain(gathered.facts, b.id);
  });
}

/**
 * Why it is not one's turn yet, in a sentence. Of the others only numbers come out: how many are ahead,
 * how many places are held for an answer.
 */
export async function whyNotYet(ctx: Ctx, b: MyBookingDetail): Promise<Why> {
  return read(ctx, async (tx) => {
    const gathered = await gatherFacts(tx, b);
    const judged = gathered && judgedAgain(gathered.facts, b.id);
    return within(tx, asSystem(tx), async (house) => {
      const standing = await readStanding(house, b.sessionId);
      const [row] = await house.db.execute<{ out: number }>(sql`
        select count(*)::int as out from bookings
        where session_id = ${b.sessionId}::uuid and status = 'offered'`);
      const facts = {
        status: 'waitlisted',
        offeredAt: null,
        offerExpiresAt: null,
        barred: judged?.failed?.reason ?? null,
        ahead: (b.position ?? 1) - 1,
        groups: [],
      } as const;
      const { started, ended, waitlist } = standing;
      const now = { started, ended, paused: waitlist.paused, offersOut: row?.out ?? 0 };
      return whyWaiting(facts, { ...now, open: 0, kept: [] }, tx.now);
    });
  });
}
