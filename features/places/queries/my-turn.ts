import 'server-only';
import { sql } from 'drizzle-orm';
import type { MyBookingDetail } from '@/features/bookings/queries/my-bookings';
import { gatherFacts } from '@/features/eligibility/queries/facts';
import { recheckEligibility } from '@/features/eligibility/rules/ineligibility';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read, within } from '@/lib/transaction';
import { type Why, whyWaiting } from '../rules/why';
import { readWaitlistContext } from './waitlist-context';

/** The conditions once more, for who is asked whether they still want the place. */
export async function recheckMyOffer(ctx: Ctx, b: MyBookingDetail) {
  return read(ctx, async (tx) => {
    const gathered = await gatherFacts(tx, b);
    return gathered && recheckEligibility(gathered.facts, b.id);
  });
}

/**
 * Why it is not one's turn yet, in a sentence. Of the others only numbers come out: how many are ahead,
 * how many places are held for an answer.
 */
export async function whyNotYet(ctx: Ctx, b: MyBookingDetail): Promise<Why> {
  return read(ctx, async (tx) => {
    const gathered = await gatherFacts(tx, b);
    const decided = gathered && recheckEligibility(gathered.facts, b.id);
    return within(tx, asSystem(tx), async (systemTx) => {
      const context = await readWaitlistContext(systemTx, b.sessionId);
      const [row] = await systemTx.db.execute<{ out: number; family: number; free: number }>(sql`
        select count(*) filter (where b.status = 'offered')::int as out,
          count(*) filter (where b.status = 'waitlisted' and b.household_id = (
            select household_id from bookings where id = ${b.id}::uuid))::int as family,
          (select capacity - taken - reserved from session_capacity
            where session_id = ${b.sessionId}::uuid) as free
        from bookings b where b.session_id = ${b.sessionId}::uuid`);
      const family = context.together ? (row?.family ?? 0) : 0;
      const facts = {
        status: 'waitlisted',
        offeredAt: null,
        offerExpiresAt: null,
        ineligible: decided?.failed?.reason ?? null,
        ahead: (b.position ?? 1) - 1,
        tooMany: family > 1 && (row?.free ?? 0) > 0 && (row?.free ?? 0) < family ? family : 0,
        groups: [],
      } as const;
      const { started, ended, waitlist } = context;
      const now = { started, ended, paused: waitlist.paused, offersOut: row?.out ?? 0 };
      return whyWaiting(facts, { ...now, open: 0, reserved: [] }, tx.now);
    });
  });
}
