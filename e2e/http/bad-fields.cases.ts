import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { fingerprint } from '../matrix/fingerprint';
import { findPlaces, type Places } from '../matrix/places';
import { ask, origin } from './ask';
import { fill, holderOf } from './fill';

/** Names of several boxes: one or more of them is an answer. */
const lists = new Set([
  'bookingIds',
  'fields',
  'item',
  'rows',
  'decisionIds',
  'canned',
  'people',
  'weekdays',
  'mark',
  'reasons',
]);

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

describe('a field that came twice (N34)', () => {
  const body = (name: string, value: string) =>
    `${name}=${encodeURIComponent(value)}&${name}=${encodeURIComponent(value)}`;

  test.each(Object.keys(actionRows))('%s takes neither', async (name) => {
    const actor = holderOf(name);
    const own = actionRows[name]?.input(places, visitors[actor]) ?? {};
    // Lists of boxes are many by nature; every other name of the form is meant once.
    const single = Object.entries(own).filter(([field]) => !lists.has(field));
    const codes = await Promise.all(
      single.map(async ([field, value]) => {
        const twice = { [field]: [String(value), String(value)] };
        return [field, await fill(name, actor, visitors[actor], places, twice)];
      }),
    );
    expect(codes).toEqual(single.map(([field]) => [field, 'invalid']));
  });

  test('an address or a plain form is answered with 400', async () => {
    const { cookie } = visitors.town;
    const at = `/api/desk/rolls/${places.session}`;
    const headers = { origin: origin(), 'content-type': 'application/x-www-form-urlencoded' };
    const twice = await ask(at, { method: 'POST', cookie, headers, body: body('reason', '核对') });
    expect([twice.status, twice.body]).toEqual([400, '提交的内容无法识别，请刷新后重填']);
    const door = `/api/desk/check-ins?session=${places.session}`;
    expect((await ask(`${door}&session=${places.session}`, { cookie })).status).toBe(400);
    expect((await ask('/services?kind=training&kind=childcare')).status).toBe(400);
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

  test.each(['null', '[]', '"x"', '{"__proto__":{"a":1}}', '{"who":{"$gt":""}}'])(
    'body %.20s is refused with 422',
    async (body) => {
      expect((await book(body, randomUUID())).status).toBe(422);
    },
  );

  test.each([
    '',
    '{',
    '[[[['.repeat(2000),
    '{"who":"self","who":"self"}',
    '{"who":"self","wh\\u006f":"self"}',
  ])(
    'body %.20s, which is no JSON or names a field twice, is refused with 400 (N34)',
    async (body) => {
      const answer = await book(body, randomUUID());
      expect([answer.status, JSON.parse(answer.body).message]).toEqual([
        400,
        '提交的内容无法识别，请刷新后重填',
      ]);
    },
  );

  test('without its key it books nothing and says 请刷新 (B03)', async () => {
    const answer = await book('{"who":"self"}');
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([400, 'no_key']);
    expect(JSON.parse(answer.body).message).toContain('请刷新');
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
