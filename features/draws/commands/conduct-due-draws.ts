import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { drawSecret, draws } from '@/db/schema/draws';
import { lockPlaces } from '@/features/places/steps/lock-places';
import { recordAudit } from '@/lib/audit';
import { openField } from '@/lib/crypto/field';
import { asSystem, type Ctx } from '@/lib/ctx';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { pausePoint } from '@/lib/pause-point';
import { transaction } from '@/lib/transaction';
import { findDrawOf, lockDraw } from '../queries/draw-row';
import { freezeDraw } from './freeze-draw';
import { runDraw } from './run-draw';

/**
 * Reveals the system's own secret once the list is sealed, so that the draw can be held.
 * @open by the clock only; nobody's input reaches it
 */
async function revealOwn(ctx: Ctx, sessionId: string): Promise<void> {
  await transaction(asSystem(ctx), async (tx) => {
    await lockPlaces(tx, sessionId);
    const seen = await findDrawOf(tx, sessionId);
    const draw = seen && (await lockDraw(tx, seen.id));
    if (draw?.status !== 'frozen' || draw.seedSource !== 'house' || !draw.secretSealed) return;
    const secret = openField(draw.secretSealed, drawSecret(draw.id));
    await tx.db
      .update(draws)
      .set({ status: 'seeded', seed: secret, seedLabel: '系统预先封存的随机数', seededAt: tx.now })
      .where(eq(draws.id, draw.id));
    await recordAudit(tx, {
      action: 'publish_seed',
      entityType: 'draw',
      entityId: draw.id,
      after: { seed: secret, commitment: draw.commitment },
    });
  });
}

/**
 * What a session's draw is due for by the clock: entries are closed, so the list is sealed; the system's
 * own number is revealed and the opening minutes are drawn. Each step is a transaction of its own and
 * looks at what is done already, so a second run, or one after an outage, only does what is left.
 * @open by the clock only
 * @unaudited each step writes its own entry
 */
export async function conductDraw(ctx: Ctx, sessionId: string): Promise<void> {
  const systemTx = asSystem(ctx);
  await freezeDraw(systemTx, { sessionId });
  await pausePoint('draw:frozen');
  await revealOwn(systemTx, sessionId);
  const draw = await transaction(systemTx, (tx) => findDrawOf(tx, sessionId));
  if (draw?.status === 'seeded' && draw.seedSource === 'house') {
    await runDraw(systemTx, { drawId: draw.id });
  }
}

/**
 * The sweep of every minute: draws whose time came while their own job could not run, or whose
 * offering's times were changed after it was planned.
 * @open by the clock only
 * @unaudited each draw writes its own entries
 */
export async function conductDueDraws(ctx: Ctx): Promise<Swept> {
  const due = await transaction(asSystem(ctx), (tx) =>
    tx.db.execute<{ id: string }>(sql`
      select d.session_id as id from draws d join offerings o on o.id = d.offering_id
      where o.status not in ('cancelled', 'finished') and (
        (d.seed_source = 'house' and d.status in ('announced', 'frozen', 'seeded')
          and o.booking_opens_at + make_interval(mins => (o.allocation_terms->>'equalMinutes')::int) <= now())
        or (d.seed_source <> 'house' and d.status = 'announced'
          and (o.booking_closes_at <= now() or o.status = 'closed')))
      order by d.created_at`),
  );
  return sweep('hold_due_draws', due, ({ id }) => conductDraw(ctx, id));
}
