import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { expectNobodyNamed } from '../http/addresses';
import { ask, origin } from '../http/ask';
import { type Actor, actors, allVisitors, type Visitor } from './actors';
import { handlerRows } from './expectations/handlers';
import { pageRows } from './expectations/pages';
import { fingerprint } from './fingerprint';
import { outcomeOf, type Visit } from './outcomes';
import { findPlaces, type Places } from './places';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const methodOf = (key: string) => (key.includes(' ') ? (key.split(' ')[0] ?? '') : 'GET');

async function visit(key: string, row: Visit, actor: Actor, head = false): Promise<string> {
  const route = key.split(' ').at(-1);
  const method = head ? 'HEAD' : methodOf(key);
  const { cookie } = visitors[actor];
  const path = row.at?.(places) ?? route ?? key;
  const sent = row.json?.(places) ?? row.form?.(places);
  const body =
    sent &&
    (row.json ? JSON.stringify(sent) : String(new URLSearchParams(sent as Record<string, string>)));
  const type = row.json ? 'application/json' : 'application/x-www-form-urlencoded';
  const headers =
    body === undefined
      ? undefined
      : { origin: origin(), 'content-type': type, 'idempotency-key': randomUUID() };
  const answer = await ask(path, { method, cookie, headers, body });
  await expectNobodyNamed(answer, `${method} ${path} as ${actor}`);
  return outcomeOf(answer);
}

async function visitAll(key: string, row: Visit, head = false) {
  const got = await Promise.all(
    actors.map(async (a) => [a, await visit(key, row, a, head)] as const),
  );
  expect(Object.fromEntries(got)).toEqual(row.gets);
}

const rows = Object.entries({ ...pageRows, ...handlerRows });
const looks = rows.filter(([key]) => methodOf(key) === 'GET');

describe('what only reads answers everybody as it should, by GET and by HEAD, and names nobody outside', () => {
  let before: Record<string, string>;
  let last: string;
  beforeAll(async () => {
    const [line] = await sql()<{ id: string }[]>`select max(id)::text as id from audit_entries`;
    last = line?.id ?? '0';
    before = await fingerprint();
  });

  test.each(looks)('%s', async (key, row) => {
    await visitAll(key, row);
    await visitAll(key, row, true);
  });

  test('a case at the desk, also fetched ahead', async () => {
    const { cookie } = visitors.union;
    const ahead = { rsc: '1', 'next-router-prefetch': '1' };
    for (const path of [`/desk?case=${places.application}`]) {
      for (const question of [{}, { method: 'HEAD' }, { headers: ahead }]) {
        const answer = await ask(path, { cookie, ...question });
        expect(answer.status, path).toBeLessThan(400);
        await expectNobodyNamed(answer, path);
      }
    }
    const booking = `/desk?case=b-${places.pendingBooking}`;
    expect((await ask(booking, { cookie: visitors.women.cookie })).status).toBe(200);
  });

  test('reading all of it has changed nothing', async () => {
    const after = await fingerprint();
    // Every command stands in the ledger by who gave it; those of the clock are the system's own.
    const written = await sql()<{ by: string | null; action: string }[]>`
      select actor_account_id as by, action from audit_entries where id > ${last}
        and not starts_with(action, 'view_') and action not in ('search_by_id_number', 'preview_rules')`;
    expect(written.filter(({ by }) => by !== null)).toEqual([]);
    if (written.length === 0) expect(after).toEqual(before);
  });

  test('while a look at a case, which its page sends, is noticed', async () => {
    const [row] =
      await sql()`select status from membership_applications where id = ${places.application}`;
    expect(row?.status).toBe('submitted');
    const answer = await ask('/api/desk/looks', {
      method: 'POST',
      cookie: visitors.union.cookie,
      headers: { origin: origin(), 'content-type': 'application/json' },
      body: JSON.stringify({ applicationId: places.application }),
    });
    expect(JSON.parse(answer.body)).toMatchObject({ status: 'ok', data: { opened: true } });
    expect(await fingerprint()).not.toEqual(before);
    await sql()`update membership_applications set status = 'submitted', opened_at = null, opened_by = null
      where id = ${places.application}`;
  });
});

describe('what is sent is answered as it should be', () => {
  test.each(rows.filter((row) => !looks.includes(row)))('%s', (key, row) => visitAll(key, row));
});
