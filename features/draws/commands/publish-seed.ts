import 'server-only';
import { eq } from 'drizzle-orm';
import { draws } from '@/db/schema/draws';
import { isOwnDraw } from '@/features/bookings/queries/own-in-session';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { formatDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { mayWorkOnDraw } from '../policy';
import { lockDraw } from '../queries/draw-row';
import { findDraw } from '../queries/find-draw';
import { issueFits, lotteryLabel, lotterySeed, seedDay } from '../rules/seed';
import { canMoveDraw } from '../rules/status';
import type { PublishSeedInput } from '../schema/draw';
import { lockDrawSession } from '../steps/lock-draw-session';

export type SeedRefusal =
  | 'not_frozen'
  | 'already_seeded'
  | 'too_early'
  | 'other_source'
  | 'wrong_issue'
  | 'own_case';

/**
 * Enters the lottery's number that the list named: after its day, once, and for the day that counts
 * now. A number that comes later than the grace days no longer counts; then the fallback day's does,
 * and before that is known every number is refused (docs/draw.md §2). Throws NotFound for a draw that there
 * is not, or that is not the officer's.
 * Refuses `own_case` when one's own or one's family's entry is among them; `not_frozen` before the
 * list is sealed; `already_seeded`; `other_source` when the number does not come from the lottery;
 * `too_early` with the day `on`; `wrong_issue` for an issue of another year or day.
 */
export async function publishSeed(
  ctx: Ctx,
  input: PublishSeedInput,
): Promise<Result<{ drawId: string; offeringId: string }, SeedRefusal>> {
  return transaction(ctx, async (tx) => {
    const seen = await findDraw(tx, input.drawId);
    if (!seen) throw new NotFound('draw');
    const { offering } = await lockDrawSession(tx, seen.sessionId);
    authorize(mayWorkOnDraw(tx.actor, offering.kind));
    if (await isOwnDraw(tx, seen.sessionId)) return refuse('own_case');
    const draw = await lockDraw(tx, input.drawId);
    if (!draw || draw.status === 'announced') return refuse('not_frozen');
    if (!canMoveDraw(draw.status, 'seeded')) return refuse('already_seeded');
    const late = draw.fallbackOn !== null && todayOn(tx.now) >= draw.fallbackOn;
    if (draw.seedSource === 'house' || (draw.seedSource === 'witnesses' && !late)) {
      return refuse('other_source');
    }
    // With witnesses only the fallback day is a lottery day.
    const named = { source: draw.seedSource, seedOn: draw.seedOn, fallbackOn: draw.fallbackOn };
    const day = seedDay(named, tx.now);
    const on = formatDay(day.on, todayOn(tx.now));
    if (!day.ready) return refuse('too_early', { detail: { on } });
    if (!issueFits(input.issue, day.on)) {
      return refuse('wrong_issue', {
        fieldErrors: { issue: `期号应是 ${day.on.slice(0, 4)} 年的` },
      });
    }
    await tx.db
      .update(draws)
      .set({
        status: 'seeded',
        seed: lotterySeed(input.issue, input.digits),
        seedLabel: lotteryLabel(input.issue, input.digits),
        seededAt: tx.now,
      })
      .where(eq(draws.id, draw.id));
    await recordAudit(tx, {
      action: 'publish_seed',
      entityType: 'draw',
      entityId: draw.id,
      organisationId: offering.organisationId,
      after: { seed: lotterySeed(input.issue, input.digits), on: day.on, late: day.late },
    });
    return ok({ drawId: draw.id, offeringId: draw.offeringId });
  });
}
