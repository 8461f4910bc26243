import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../house';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { actionRows } from '../matrix/expectations/actions';
import { fingerprint } from '../matrix/fingerprint';
import { findPlaces, type Places } from '../matrix/places';
import { pathOf, postAction } from '../matrix/post-action';
import { ask, origin } from './ask';

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

/** Whoever may: `may` first, so that it is the form and not the person that is refused. */
const holder = (name: string): Actor =>
  (Object.entries(actionRows[name]?.gets ?? {}).find(([, reply]) => reply === 'may')?.[0] ??
    'member') as Actor;

async function send(name: string, more: Record<string, string>): Promise<string> {
  const actor = holder(name);
  const who = visitors[actor];
  const fields = { ...actionRows[name]?.input(places, who), ...more };
  const { id, path } = pathOf(name, places);
  const { code, answer } = await postAction(id, fields, { path, cookie: who.cookie });
  expect(answer.status, name).toBeLessThan(500);
  return code;
}

describe('a field that the form does not have', () => {
  test.each(Object.keys(actionRows))('%s refuses it, nothing is changed', async (name) => {
    const before = await fingerprint();
    for (const [field, value] of Object.entries(extras)) {
      expect(await send(name, { [field]: value }), field).toBe('invalid');
    }
    expect(await fingerprint()).toEqual(before);
  });
});

/** A name of every sort that a form may meet; refused beside the field or kept, never an error of ours. */
describe('odd text in every field', () => {
  const odd = {
    'NUL and control characters': 'a\u0000b\u0007',
    'ten thousand characters': '长'.repeat(10_000),
    script: '<script>alert(1)</script>',
    emoji: '😀👨‍👩‍👧',
    'rare characters': '𬭊㛃𠮷䶮',
    'a quotation': "'; drop table accounts; --",
    'half a character': '\ud83d',
    nothing: '',
  };
  const busy = ['unexpected', 'busy'];
  // Limits on codes and guesses would only count these.
  const names = Object.keys(actionRows).filter((name) => !/Code|SignIn|Phone|signOut/.test(name));
  test.each(Object.entries(odd))('%s', async (_what, text) => {
    for (const name of names) {
      const actor = holder(name);
      const input = actionRows[name]?.input(places, visitors[actor]) ?? {};
      // Ids and versions are tried in the addresses; here only what a person types.
      const typed = Object.keys(input).filter((field) =>
        /name|note|reason|title|place|answer|school/i.test(field),
      );
      for (const field of typed)
        expect(busy, `${name}.${field}`).not.toContain(await send(name, { [field]: text }));
    }
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
