import 'server-only';
import { and, asc, eq, lt } from 'drizzle-orm';
import { transferSides, transferStops } from '@/db/schema/transfers';
import { recordAudit } from '@/lib/audit';
import { asSystem, type Ctx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { read, transaction } from '@/lib/transaction';
import { lockTransfer } from '../steps/lock-transfer';
import { setSide } from '../steps/set-side';
import { resumeOutClock } from '../steps/side-clock';
import { tellMember } from '../steps/tell-sides';

const listOver = (tx: Ctx) =>
  tx.db
    .select({ id: transferSides.transferId, endsOn: transferStops.endsOn })
    .from(transferSides)
    .innerJoin(transferStops, eq(transferStops.id, transferSides.stopId))
    .where(and(eq(transferSides.status, 'stopped'), lt(transferStops.endsOn, todayOn(tx.now))))
    .orderBy(asc(transferSides.transferId));

/**
 * By the clock: a stopped transfer goes on from the day after its stop ended, however late this runs; the member is
 * told the new day.
 * @open run by the clock, as the system
 */
export async function resumeStopped(ctx: Ctx): Promise<Swept> {
  const system = asSystem(ctx);
  const over = await read(system, listOver);
  return sweep('resume_stopped', over, ({ id, endsOn }) =>
    transaction(system, async (tx) => {
      const locked = await lockTransfer(tx, id);
      if (locked.transfer.status !== 'open' || locked.sides.out.status !== 'stopped') return;
      const dueOn = await resumeOutClock(tx, id, addDays(endsOn, 1));
      const now = await setSide(tx, locked, 'out', { status: 'waiting', note: null, dueOn });
      await recordAudit(tx, {
        action: 'resume_transfer',
        entityType: 'transfer',
        entityId: id,
        organisationId: locked.transfer.fromId,
        after: { dueOn },
      });
      await tellMember(tx, now, 'out', 'resumed');
    }),
  );
}
