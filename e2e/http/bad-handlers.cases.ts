import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, actors, allVisitors, type Visitor } from '../matrix/actors';
import { handlerRows } from '../matrix/expectations/handlers';
import { pageRows } from '../matrix/expectations/pages';
import type { Visit } from '../matrix/outcomes';
import { findPlaces, type Places } from '../matrix/places';
import { type Answer, ask, origin } from './ask';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const rows = Object.entries(handlerRows).map(([key, row]) => {
  const [method = 'GET', route = ''] = key.split(' ');
  return { key, method, route, row };
});
const holderOf = (row: Visit) => actors.find((one) => row.gets[one] === 'ok') ?? 'town';

const send = (method: string, path: string, actor: Actor, body?: string, type?: string) =>
  ask(path, {
    method,
    cookie: visitors[actor].cookie,
    ...(method === 'POST' && { body: body ?? '{}' }),
    headers:
      method === 'POST' ? { origin: origin(), 'content-type': type ?? 'application/json' } : {},
  });

/** Nothing of ours broke, and nothing of the database’s is told. */
function expectCalm(answer: Answer, what: string) {
  expect(answer.status, what).toBeLessThan(500);
  expect(answer.body, what).not.toMatch(/syntax error|sqlstate|postgres|drizzle|invalid input/i);
}

describe('a route handler asked in an odd way', () => {
  const ids = [
    'x',
    '0',
    'null',
    '00000000-0000-0000-0000-00000000000g',
    '%F0%9F%98%80',
    '%27%3B--',
    '1e9',
  ];
  test.each(rows)('$key', async ({ method, route, row }) => {
    const actor = holderOf(row);
    const [usual = '', query = ''] = (row.at?.(places) ?? route).split('?');
    for (const id of ids) {
      const path = route.replaceAll(/\[\w+\]/g, id);
      expectCalm(await send(method, `${path}?${query}`, actor), path);
      const named = query.replaceAll(/=[^&]*/g, `=${id}`);
      expectCalm(await send(method, `${usual}?${named}&${named}`, actor), `${usual}?${named}`);
    }
    expectCalm(
      await send(method, `${usual}?session=%00x&link[]=1&state='--&code=%FF`, actor),
      usual,
    );
    if (method !== 'POST') return;
    const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    const bodies = [
      '',
      '{',
      'null',
      '[]',
      deep,
      '{"__proto__":{"x":1}}',
      '{"sessionId":{"$gt":""}}',
    ];
    for (const body of bodies)
      expectCalm(await send('POST', usual, actor, body), body.slice(0, 30));
    const forms = [
      'a=1',
      'full=yes&reason=%00',
      `reason=${'x'.repeat(20_000)}`,
      'reason[]=1&reason=2',
    ];
    const type = 'application/x-www-form-urlencoded';
    for (const body of forms)
      expectCalm(await send('POST', usual, actor, body, type), body.slice(0, 30));
  });
});

/** Sent as they are into what the database might be asked with (N17); none may even take its time. */
const injections = [
  "' or '1'='1' --",
  "'); select pg_sleep(30); --",
  "' union select token_hash, null from sessions --",
  'name desc; drop table accounts',
];

describe('SQL in addresses, sorts, headers and cookies is only text', () => {
  test.each(injections)('%s', async (text) => {
    const it = encodeURIComponent(text);
    const query = [
      'q',
      'sort',
      'order',
      'page',
      'after',
      'view',
      'kind',
      'town',
      'status',
      'id',
      'who',
      'case',
    ]
      .map((name) => `${name}=${it}`)
      .join('&');
    const headers = {
      'user-agent': text,
      'accept-language': text,
      'x-forwarded-for': text,
      referer: text,
    };
    const visit = async ([route, row]: [string, Visit]) => {
      const actor = holderOf(row);
      const [path] = (row.at?.(places) ?? route).split('?');
      const cookie = `${visitors[actor].cookie ?? ''}; size=${it}; lx-b=${it}`;
      expectCalm(await ask(`${path}?${query}`, { cookie, headers }), route);
    };
    await Promise.all(Object.entries(pageRows).map(visit));
    const nobody = await ask('/me', { cookie: `lx=${it}`, headers });
    expect(nobody.to).toMatch(/^\/login/);
  });
});
