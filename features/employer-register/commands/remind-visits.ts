import 'server-only';
import { and, asc, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { employers } from '@/db/schema/organisations';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { read, transaction } from '@/lib/transaction';
import { visitsDueNotice } from '../messages';
import { shownStatus } from '../queries/entry-status';
import { isKeeperAt } from '../queries/keepers';

const due = (tx: Ctx) =>
  and(
    lte(registerEntries.nextVisitOn, todayOn(tx.now)),
    isNotNull(registerEntries.responsibleId),
    sql`${registerEntries.remindedFor} is distinct from ${registerEntries.nextVisitOn}`,
    sql`${shownStatus()} not in ('founded', 'ended')`,
  );

const officers = (ctx: Ctx) =>
  read(ctx, (tx) =>
    tx.db
      .selectDistinct({ id: sql<string>`${registerEntries.responsibleId}` })
      .from(registerEntries)
      .innerJoin(employers, eq(employers.id, registerEntries.employerId))
      .where(due(tx)),
  );

/** Marks what is due of one officer as reminded, and tells it in one notice. */
async function remindOne(ctx: Ctx, accountId: string): Promise<number> {
  return transaction(ctx, async (tx) => {
    const rows = await tx.db
      .select({
        id: registerEntries.employerId,
        name: employers.name,
        placeId: registerEntries.placeId,
      })
      .from(registerEntries)
      .innerJoin(employers, eq(employers.id, registerEntries.employerId))
      .where(and(due(tx), eq(registerEntries.responsibleId, accountId)))
      .orderBy(asc(registerEntries.nextVisitOn), asc(employers.pinyin))
      .for('update', { of: registerEntries });
    const mine = [];
    // Whoever lost the role there is told nothing of it.
    for (const row of rows) if (await isKeeperAt(tx, accountId, row.placeId)) mine.push(row);
    if (mine.length === 0) return 0;
    await tx.db
      .update(registerEntries)
      .set({ remindedFor: sql`${registerEntries.nextVisitOn}` })
      .where(
        inArray(
          registerEntries.employerId,
          mine.map(({ id }) => id),
        ),
      );
    const names = mine.map(({ name }) => name);
    await notify(tx, visitsDueNotice(accountId, names, todayOn(tx.now)));
    return mine.length;
  });
}

/**
 * Reminds each responsible officer, once, of the visits that are due today or were missed while this did not
 * run: one notice a person and day.
 * @open run by the clock, as the system
 * @unaudited a reminder changes nothing of the employer
 * @returns how many visits were told of
 */
export async function remindVisits(ctx: Ctx): Promise<number> {
  const systemCtx = asSystem(ctx);
  let visits = 0;
  await sweep('remind_visits', await officers(systemCtx), async ({ id }) => {
    visits += await remindOne(systemCtx, id);
  });
  return visits;
}
