import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import { notifyMany } from '@/lib/messaging/outbox-many';
import { readSettings } from '@/lib/settings';
import { transaction } from '@/lib/transaction';
import { followUpNotice } from '../messages';
import { followUpFirstMonths, followUpSecondMonths } from '../settings';

/** Asked so late at most: a course for which 回访 is switched on later does not ask about years ago. */
const LATE_DAYS = 30;
/** Rows of one transaction; one that is killed has asked whom it asked. */
const BATCH = 500;

type Asked = { id: string; accountId: string; title: string };

/** The next of whom a round is due, once each. Returns how many. */
async function askSome(ctx: Ctx, round: number, months: number): Promise<number> {
  return transaction(ctx, async (tx) => {
    const asked = await tx.db.execute<Asked>(sql`
      with due as (
        select b.id, b.offering_id, b.organiser_id, b.account_id, b.person_id
        from bookings b
        join offerings o on o.id = b.offering_id
        join offering_sessions s on s.id = b.session_id
        join accounts a on a.id = b.account_id and a.disabled_at is null
        where b.kind = 'training' and b.status = 'attended' and o.details->>'followUps' = 'true'
          and (now() at time zone 'Asia/Shanghai')::date - (((s.ends_at at time zone 'Asia/Shanghai')::date
            + make_interval(months => ${months}::int))::date) between 0 and ${LATE_DAYS}::int
          and not exists (select 1 from follow_ups f where f.booking_id = b.id and f.round = ${round}::smallint)
        order by b.id limit ${BATCH}),
      made as (
        insert into follow_ups (id, offering_id, organiser_id, booking_id, account_id, person_id, round, months, asked_at)
        select gen_random_uuid(), offering_id, organiser_id, id, account_id, person_id, ${round}::smallint, ${months}::smallint, now() from due
        on conflict do nothing
        returning id, account_id, offering_id)
      select m.id, m.account_id as "accountId", o.title from made m join offerings o on o.id = m.offering_id`);
    await notifyMany(
      tx,
      asked.map((one) => ({ accountId: one.accountId, ...followUpNotice(one, months) })),
    );
    return asked.length;
  });
}

/**
 * Asks everybody who came to a training where they are now, some months after its last lesson: a first and a
 * second time, each once, by a notice and a text. Source: domain.md §3.3.
 * @open the worker calls it as the system
 * @unaudited a question decides nothing
 * @returns how many were asked
 */
export async function askFollowUps(ctx: Ctx): Promise<number> {
  const { first, second } = await readSettings(ctx, {
    first: followUpFirstMonths,
    second: followUpSecondMonths,
  });
  let asked = 0;
  for (const [round, months] of [
    [1, first],
    [2, second],
  ] as const) {
    for (let some = BATCH; some === BATCH; asked += some) some = await askSome(ctx, round, months);
  }
  return asked;
}
