import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSession, sql } from '../demo';
import { type Answer, ask, origin } from './ask';

let cookie: string;
let booking: { offeringId: string; sessionId: string; who: string };
const key = randomUUID();

beforeAll(async () => {
  const [offering, session] = [randomUUID(), randomUUID()];
  await sql()`
    insert into offerings (id, kind, status, title, organisation_id, booking_opens_at, booking_closes_at,
      published_at, cancel_hours)
    select ${offering}, 'training', 'published', '走查：重复提交', id, now() - interval '1 day',
      now() + interval '10 days', now(), 24 from organisations where parent_id is null`;
  await sql()`
    insert into offering_sessions (id, offering_id, title, starts_at, ends_at, place)
    values (${session}, ${offering}, '第一场', now() + interval '40 days',
      now() + interval '40 days 1 hour', '职工服务中心')`;
  await sql()`insert into session_capacity (session_id, capacity) values (${session}, 5)`;
  const [member] = await sql()<{ id: string }[]>`
    select a.id from accounts a join people p on p.account_id = a.id
    join memberships m on m.person_id = p.id and m.status = 'regular'
    where not exists (select 1 from role_grants g where g.account_id = a.id)
    order by a.id desc offset 150 limit 1`;
  if (!member) throw new Error('the demo has nobody to book');
  booking = { offeringId: offering, sessionId: session, who: 'self' };
  cookie = `lx=${(await openSession(member.id, 'member')).token}`;
});

const send = (body: object = booking): Promise<Answer> =>
  ask('/api/bookings', {
    method: 'POST',
    cookie,
    headers: { origin: origin(), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
  });
const bookings = () => sql()`select status from bookings where offering_id = ${booking.offeringId}`;

const keptKeys = () => sql()`select 1 from idempotency_keys where key = ${key}`;

describe('a form sent again', () => {
  test('with the same key gets the first receipt, and other content under it is refused', async () => {
    const first = await send();
    expect(first.status, first.body).toBe(200);
    const again = await send();
    expect([again.status, JSON.parse(again.body)]).toEqual([200, JSON.parse(first.body)]);
    const other = await send({ ...booking, sessionId: randomUUID() });
    expect([other.status, JSON.parse(other.body).code]).toEqual([422, 'key_reused']);
    expect(await bookings()).toHaveLength(1);
  });

  test('long after its key has expired books nothing twice: it is told that it is booked', async () => {
    await sql()`update idempotency_keys set created_at = now() - interval '8 days' where key = ${key}`;
    await sql()`select add_job('tidy_up', '{}'::json)`;
    await expect.poll(keptKeys, { timeout: 60_000, interval: 500 }).toHaveLength(0);
    const late = await send();
    expect([late.status, JSON.parse(late.body).code]).toEqual([409, 'already_booked']);
    expect(await bookings()).toHaveLength(1);
  }, 90_000);
});
