import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { registerEntries } from '@/db/schema/employer-register';
import { countStaffOf } from '@/features/organisations/steps/count-staff-of';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { isKeeperAt } from '../queries/keepers';
import { needsReason, refuseStatus, type StatusRefusal } from '../rules/status';
import type {
  AssignEntryInput,
  CountStaffInput,
  ListEntryInput,
  SetStatusInput,
} from '../schema/entry';
import { lockEntry } from './lock-entry';

type Entry = Awaited<ReturnType<typeof lockEntry>>;
type Changed<R extends string> = Promise<Result<{ employerId: string }, R | 'stale'>>;

/** Writes some columns of the locked entry, and its line in the ledger. */
async function write(
  tx: Ctx,
  entry: Entry,
  action: string,
  set: Partial<typeof registerEntries.$inferInsert>,
  reason?: string,
) {
  const { employerId, version, placeId } = entry;
  await tx.db
    .update(registerEntries)
    .set({ ...set, version: sql`${registerEntries.version} + 1` })
    .where(and(eq(registerEntries.employerId, employerId), eq(registerEntries.version, version)));
  const was = Object.keys(set).map((key) => [key, entry[key as keyof Entry]]);
  await recordAudit(tx, {
    action,
    entityType: 'register_entry',
    entityId: employerId,
    organisationId: placeId,
    before: Object.fromEntries(was),
    after: set,
    ...(reason && { reason }),
  });
  return ok({ employerId });
}

/**
 * Says where an employer stands, with a reason where it cannot have a union or has ended.
 * Throws NotFound for one outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `stale`; `follows_founding` and `follows_tree` for what is never typed; `not_from_here`;
 * `reason_needed`.
 */
export const setStatus = (
  ctx: Ctx,
  { employerId, version, status, reason }: SetStatusInput,
): Changed<StatusRefusal> =>
  transaction(ctx, async (tx): Changed<StatusRefusal> => {
    const entry = await lockEntry(tx, employerId);
    if (entry.version !== version) return refuse('stale');
    const why = refuseStatus(entry.shown, status, reason);
    if (why === 'reason_needed') return refuse(why, { fieldErrors: { reason: '请写原因' } });
    if (why) return refuse(why);
    const statusReason = needsReason(status) ? reason : null;
    return write(tx, entry, 'set_register_status', { status, statusReason });
  });

/**
 * Writes how many people work at an employer, on which day, and by which evidence; the list of employers
 * follows. Throws NotFound for one outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `stale`; `future`; `older` for a count of a day before the one that stands.
 */
export const countStaff = (
  ctx: Ctx,
  { employerId, version, ...counted }: CountStaffInput,
): Changed<'future' | 'older'> =>
  transaction(ctx, async (tx): Changed<'future' | 'older'> => {
    const entry = await lockEntry(tx, employerId);
    if (entry.version !== version) return refuse('stale');
    const at = (words: string) => ({ fieldErrors: { staffCountedOn: words } });
    if (counted.staffCountedOn > todayOn(tx.now)) return refuse('future', at('不能是将来的日期'));
    if (entry.staffCountedOn && counted.staffCountedOn < entry.staffCountedOn)
      return refuse('older', at('比现有人数的日期还早'));
    await countStaffOf(tx, employerId, counted.staffCount);
    return write(tx, entry, 'count_staff', counted);
  });

/**
 * Names the officer who is responsible, and the day of the next visit; both may be left open.
 * Throws NotFound for one outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `stale`; `not_a_keeper` for somebody without the right there; `past` for a day that is over.
 */
export const assignEntry = (
  ctx: Ctx,
  { employerId, version, responsibleId, nextVisitOn }: AssignEntryInput,
): Changed<'not_a_keeper' | 'past'> =>
  transaction(ctx, async (tx): Changed<'not_a_keeper' | 'past'> => {
    const entry = await lockEntry(tx, employerId);
    if (entry.version !== version) return refuse('stale');
    if (nextVisitOn && nextVisitOn !== entry.nextVisitOn && nextVisitOn < todayOn(tx.now))
      return refuse('past', { fieldErrors: { nextVisitOn: '请选今天或以后的日期' } });
    if (responsibleId && !(await isKeeperAt(tx, responsibleId, entry.placeId)))
      return refuse('not_a_keeper', { fieldErrors: { responsibleId: '请重新选择' } });
    return write(tx, entry, 'assign_register_entry', { responsibleId, nextVisitOn });
  });

/**
 * 台账外 that the upper level has put onto its list by now: one way, with the day. It stays one that was found.
 * Throws NotFound for one outside the officer's area.
 * @authorized-by lockEntry
 * Refuses `stale`; `listed_before`; `future`; `before_found` for a day before it was found.
 */
export const listEntry = (
  ctx: Ctx,
  { employerId, version, listedOn }: ListEntryInput,
): Changed<'listed_before' | 'future' | 'before_found'> =>
  transaction(ctx, async (tx): Changed<'listed_before' | 'future' | 'before_found'> => {
    const entry = await lockEntry(tx, employerId);
    if (entry.listedOn) return refuse('listed_before');
    if (entry.version !== version) return refuse('stale');
    const at = (words: string) => ({ fieldErrors: { listedOn: words } });
    if (listedOn > todayOn(tx.now)) return refuse('future', at('不能是将来的日期'));
    if (listedOn < entry.enteredOn) return refuse('before_found', at('不能早于发现的那天'));
    return write(tx, entry, 'list_register_entry', { listedOn });
  });
