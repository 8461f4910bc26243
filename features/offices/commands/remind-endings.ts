import 'server-only';
import { sql } from 'drizzle-orm';
import { unionReminders } from '@/db/schema/offices';
import { asSystem, type Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { type Swept, sweep } from '@/lib/jobs/sweep';
import { notify } from '@/lib/messaging/outbox';
import { read, transaction } from '@/lib/transaction';
import { endingNotice } from '../messages';
import { canKeepOffices } from '../policy';
import { type EndingRow, listToRemind } from '../queries/endings';
import { reminderDue } from '../rules/term';

/** The administrators of the union itself, and whoever keeps its offices nearest above. */
async function readersOf(systemTx: Ctx, organisationId: string): Promise<string[]> {
  const above = `{${canKeepOffices.roles.join(',')}}`;
  const rows = await systemTx.db.execute<{ id: string }>(sql`
    with above as (select account_id, depth from officers_at(${organisationId}::uuid, ${above}::text[])
      where acts_for is null)
    select account_id as id from officers_at(${organisationId}::uuid, '{union_admin}'::text[])
      where acts_for is null and depth = 0
    union select account_id from above where depth = (select min(depth) from above) order by id`);
  return rows.map(({ id }) => id);
}

async function remindOne(tx: Ctx, ending: EndingRow, months: readonly number[]): Promise<void> {
  const today = todayOn(tx.now);
  const due = reminderDue(ending.endsOn, today, months);
  if (due === null) return;
  const { subjectId } = ending;
  // The larger ones are past with it: whoever slept tells once, by the nearest.
  const passed = months.filter((n) => n >= due).map((n) => ({ subjectId, months: n }));
  const marked = await tx.db
    .insert(unionReminders)
    .values(passed.map((row) => ({ ...row, sentAt: tx.now })))
    .onConflictDoNothing()
    .returning({ months: unionReminders.months });
  if (!marked.some((row) => row.months === due)) return;
  for (const accountId of await readersOf(tx, ending.organisationId))
    await notify(tx, endingNotice(accountId, ending, { months: due, today }));
}

/**
 * Tells the union and the level above, once for each number of months of the setting, that a term or a
 * certificate comes to its end; however long it did not run, once, by the nearest.
 * @open run by the clock, as the system
 * @unaudited a reminder changes nothing of the union
 */
export async function remindEndings(ctx: Ctx): Promise<Swept> {
  const systemCtx = asSystem(ctx);
  const { rows, months } = await read(systemCtx, listToRemind);
  return sweep('remind_endings', rows, (ending) =>
    transaction(systemCtx, (tx) => remindOne(tx, ending, months)),
  );
}
