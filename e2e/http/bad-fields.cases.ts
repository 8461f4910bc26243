import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../house';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { fingerprint } from '../matrix/fingerprint';
import { findPlaces, type Places } from '../matrix/places';
import { ask, origin } from './ask';
import { fill, holderOf } from './fill';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const extras = {
  role: 'system_admin',
  status: 'approved',
  member_id: randomUUID(),
  accountId2: randomUUID(),
  orgId: randomUUID(),
  createdAt: '2020-01-01',
  constructor: 'x',
};

describe('a field that the form does not have', () => {
  let before: Record<string, string>;
  beforeAll(async () => {
    before = await fingerprint();
  });
  afterAll(async () => {
    expect(await fingerprint()).toEqual(before);
  });

  test.each(Object.keys(actionRows))('%s refuses it, nothing is changed', async (name) => {
    const actor = holderOf(name);
    const own = Object.keys(actionRows[name]?.input(places, visitors[actor]) ?? {});
    const foreign = Object.entries(extras).filter(([field]) => !own.includes(field));
    const codes = await Promise.all(
      foreign.map(([field, value]) =>
        fill(name, actor, visitors[actor], places, { [field]: value }),
      ),
    );
    expect(codes).toEqual(foreign.map(() => 'invalid'));
  });
});

describe('the booking handler', () => {
  const book = (body: string, key?: string) =>
    ask('/api/bookings', {
      method: 'POST',
      cookie: visitors.other.cookie,
      body,
      headers: {
        origin: origin(),
        'content-type': 'application/json',
        ...(key && { 'idempotency-key': key }),
      },
    });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '[[[['.repeat(2000),
    '{"__proto__":{"a":1}}',
    '{"who":{"$gt":""}}',
  ])('body %.20s is refused with 422', async (body) => {
    expect((await book(body)).status).toBe(422);
  });

  test('the same key gets the same receipt once, another form under it is refused', async () => {
    const sessions = await sql()<{ id: string; offering_id: string }[]>`
      select s.id, s.offering_id from offering_sessions s join offerings o on o.id = s.offering_id
      where o.title = '工会法律课堂：工资和加班怎么算' order by s.starts_at`;
    const [first, second] = sessions.map((session) =>
      JSON.stringify({ offeringId: session.offering_id, sessionId: session.id, who: 'self' }),
    );
    const key = randomUUID();
    const answers = await Promise.all([book(first ?? '', key), book(first ?? '', key)]);
    answers.push(await book(first ?? '', key));
    const receipts = new Set(answers.map((answer) => JSON.parse(answer.body).data?.bookingId));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(receipts.size).toBe(1);
    expect((await book(second ?? '', key)).status).toBe(422);
    const made = await sql()`select 1 from bookings where account_id = ${visitors.other.accountId}`;
    expect(made).toHaveLength(1);
  });
});
