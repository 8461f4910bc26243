import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { type Answer, ask, origin } from '../http/ask';
import { type Actor, actors, allVisitors, type Visitor } from './actors';
import { handlerRows } from './expectations/handlers';
import { pageRows } from './expectations/pages';
import type { Outcome, Visit } from './outcomes';
import { findPlaces, type Places } from './places';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const codes: Record<number, Outcome> = {
  200: 'ok',
  401: 'login',
  403: 'forbidden',
  404: 'not_found',
};

function outcomeOf(answer: Answer): string {
  if (answer.status >= 300 && answer.status < 400) {
    if (/^\/login(\?|$)/.test(answer.to)) return 'login';
    if (/^\/staff\/login(\?|$)/.test(answer.to)) return 'staff_login';
    return 'elsewhere';
  }
  return codes[answer.status] ?? String(answer.status);
}

async function visit(key: string, row: Visit, actor: Actor): Promise<string> {
  const [method = 'GET', route] = key.includes(' ') ? key.split(' ') : ['GET', key];
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
  return outcomeOf(await ask(path, { method, cookie, headers, body }));
}

test.each(Object.entries({ ...pageRows, ...handlerRows }))('%s', async (key, row) => {
  const got = await Promise.all(actors.map(async (a) => [a, await visit(key, row, a)] as const));
  expect(Object.fromEntries(got)).toEqual(row.gets);
});
