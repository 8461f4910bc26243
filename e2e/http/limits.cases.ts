import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { openSession, sql } from '../demo';
import { type Answer, ask, origin } from './ask';

let members: { accountId: string; cookie: string }[];
beforeAll(async () => {
  // People of their own, so that the rest of the suite is never told to wait.
  const rows = await sql()<{ id: string }[]>`
    select a.id from accounts a join people p on p.account_id = a.id
    where a.disabled_at is null and not exists (select 1 from role_grants g where g.account_id = a.id)
    order by a.id desc limit 101`;
  members = await Promise.all(
    rows.map(async ({ id }) => ({
      accountId: id,
      cookie: `lx=${(await openSession(id, 'member')).token}`,
    })),
  );
});

// Of a service that does not exist: who is served reads that, and nothing is booked.
const book = (cookie = '', address = '10.7.0.1'): Promise<Answer> =>
  ask('/api/bookings', {
    method: 'POST',
    cookie,
    headers: {
      origin: origin(),
      'content-type': 'application/json',
      'x-forwarded-for': address,
      'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ offeringId: randomUUID(), sessionId: randomUUID(), who: 'self' }),
  });

describe('the rush for places', () => {
  test('a flood from one account is told to wait, and the same person is served afterwards', async () => {
    const me = members[0]?.cookie;
    const answers = await Promise.all(Array.from({ length: 200 }, () => book(me)));
    const stopped = answers.filter((answer) => answer.status === 429);
    expect(stopped.length).toBeGreaterThan(100);
    const seconds = Number(stopped[0]?.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(10);
    expect(stopped[0]?.body).toMatch(/秒后再点一次。填写的都还在/);
    const again = async () => (await book(me)).status;
    await expect.poll(again, { timeout: 60_000, interval: 1000 }).toBe(404);
  }, 90_000);

  test('a hundred people behind one address are all served', async () => {
    const answers = await Promise.all(
      members.slice(1).map(({ cookie }) => book(cookie, '10.7.0.2')),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(100).fill(404));
  }, 40_000);
});
