import 'server-only';
import { eq } from 'drizzle-orm';
import { holidays } from '@/db/schema/kernel';
import { getFederation } from '@/features/organisations/queries/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { holidaySeedRows } from '@/lib/calendar/holidays-data';
import type { Ctx } from '@/lib/ctx';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canConfigure } from '../policy';
import type { FillYearInput, RemoveHolidayInput, SetHolidayInput } from '../schema';
import { recountDeadlines } from '../steps/recount-deadlines';

type Row = typeof holidays.$inferSelect;

async function store(tx: Ctx, organisationId: string, row: Row): Promise<void> {
  const [before] = await tx.db.select().from(holidays).where(eq(holidays.on, row.on));
  const set = { kind: row.kind, name: row.name };
  await tx.db.insert(holidays).values(row).onConflictDoUpdate({ target: holidays.on, set });
  await recordAudit(tx, {
    action: 'set_holiday',
    entityType: 'holiday',
    entityId: row.on,
    organisationId,
    before,
    after: { ...row },
  });
}

/**
 * Says that a day is off, or that a weekend is worked (调休). Every deadline counted from now on uses it, and
 * those that run are counted again by a job (ADR 0039).
 */
export async function setHoliday(
  ctx: Ctx,
  input: SetHolidayInput,
): Promise<Result<{ on: string }>> {
  return transaction(ctx, async (tx) => {
    const { id } = await getFederation(tx);
    authorize(canConfigure(tx.actor, [id]));
    await store(tx, id, input);
    await recountDeadlines(tx);
    return ok({ on: input.on });
  });
}

/**
 * Makes the day an ordinary one again: worked from Monday to Friday, free at the weekend.
 * Refuses `not_listed` for a day that stands in no list.
 */
export async function removeHoliday(
  ctx: Ctx,
  { on }: RemoveHolidayInput,
): Promise<Result<{ on: string }, 'not_listed'>> {
  return transaction(ctx, async (tx) => {
    const { id } = await getFederation(tx);
    authorize(canConfigure(tx.actor, [id]));
    const [before] = await tx.db.delete(holidays).where(eq(holidays.on, on)).returning();
    if (!before) return refuse('not_listed');
    await recountDeadlines(tx);
    await recordAudit(tx, {
      action: 'remove_holiday',
      entityType: 'holiday',
      entityId: on,
      organisationId: id,
      before,
    });
    return ok({ on });
  });
}

/**
 * Enters the State Council's announcement for a year, as far as this version of the portal knows
 * it.
 * Refuses `not_published` for a year that this version does not know.
 */
export async function fillYear(
  ctx: Ctx,
  { year }: FillYearInput,
): Promise<Result<{ on: string }, 'not_published'>> {
  return transaction(ctx, async (tx) => {
    const { id } = await getFederation(tx);
    authorize(canConfigure(tx.actor, [id]));
    const rows = holidaySeedRows([year]);
    if (rows.length === 0) return refuse('not_published');
    for (const row of rows) await store(tx, id, row);
    await recountDeadlines(tx);
    return ok({ on: `${year}-01-01` });
  });
}
