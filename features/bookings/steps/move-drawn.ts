import 'server-only';
import { sql } from 'drizzle-orm';
import { startClocks } from '@/features/clocks/steps/start-clock';
import type { Ctx } from '@/lib/ctx';
import { answerOfBookings } from '../rules/answer';
import type { DrawnEntry } from '../rules/drawn';
import { planAnswer } from './answer-clock';

/** A booking that the draw has moved, with what its notice needs. */
export interface Moved extends Record<string, unknown> {
  id: string;
  entryNo: number;
  accountId: string;
  number: string;
  version: number;
  status: DrawnEntry['status'];
  carveOutId: string | null;
}

/**
 * Moves every drawn booking by one statement, and writes its line of history by another. Who has
 * cancelled since the list was sealed is no longer `entered` and stays as they are.
 */
export async function moveDrawn(
  tx: Ctx,
  sessionId: string,
  drawn: readonly DrawnEntry[],
  needsApproval: boolean,
): Promise<Moved[]> {
  const answer = needsApproval ? await planAnswer(tx) : null;
  const rows = drawn.map(({ no, status, carveOutId, queueNo, ineligible }) => ({
    no,
    status,
    ineligible,
    carve: carveOutId,
    queue: queueNo,
  }));
  const moved = await tx.db.execute<Moved>(sql`
    update bookings b set status = d.status, queue_no = d.queue, carve_out_id = d.carve,
      due_on = case when d.status = 'pending' then ${answer?.dueOn ?? null}::date end,
      reason = d.ineligible,
      decided_at = case when d.status in ('refused', 'not_drawn') then now() end,
      version = b.version + 1, calendar_sequence = b.calendar_sequence + 1, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as d(no int, status text, carve uuid, queue int, ineligible text)
    where b.session_id = ${sessionId} and b.entry_no = d.no and b.status = 'entered'
    returning b.id, b.entry_no as "entryNo", b.account_id as "accountId", b.number, b.version,
      b.status, b.carve_out_id as "carveOutId"`);
  const waiting = moved.filter(({ status }) => status === 'pending').map(({ id }) => id);
  if (answer) await startClocks(tx, answer, answerOfBookings(waiting));
  const events = drawn.map(({ no, rank }) => ({ no, note: `排第 ${rank} 位` }));
  await tx.db.execute(sql`
    insert into booking_events (booking_id, at, type, from_status, to_status, actor_label, note)
    select b.id, now(), 'drawn', 'entered', b.status, '系统', e.note
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as e(no int, note text)
    join bookings b on b.session_id = ${sessionId} and b.entry_no = e.no
    where b.id = any (${`{${moved.map((m) => m.id).join(',')}}`}::uuid[])`);
  return [...moved];
}

/** Who came after the opening minutes but before they were drawn: now behind all of them, in order. */
export async function queueLate(
  tx: Ctx,
  sessionId: string,
  room: number,
): Promise<{ waiting: number }> {
  const rows = await tx.db.execute<{ status: string }>(sql`
    with late as (
      select id, entry_no, row_number() over (order by entry_no) as place from bookings
      where session_id = ${sessionId} and status = 'entered'),
    moved as (
      update bookings b set status = case when late.place <= ${room} then 'waitlisted' else 'not_drawn' end,
        queue_no = case when late.place <= ${room} then late.entry_no end,
        version = b.version + 1, updated_at = now()
      from late where late.id = b.id returning b.id, b.status),
    told as (
      insert into booking_events (booking_id, at, type, from_status, to_status, actor_label)
      select id, now(), 'queued', 'entered', status, '系统' from moved)
    select status from moved`);
  return { waiting: rows.filter((row) => row.status === 'waitlisted').length };
}
