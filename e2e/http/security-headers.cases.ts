import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, allVisitors, type Visitor } from '../matrix/actors';
import { findPlaces, type Places } from '../matrix/places';
import { type Answer, ask, origin, type Question } from './ask';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

type Case = {
  what: string;
  path: string | (() => string);
  as?: Actor;
  question?: Question;
  status: number;
};

/** Every kind of answer there is: pages, files, redirects, errors, refusals before Next. */
const crawl: Case[] = [
  { what: 'home', path: '/', status: 200 },
  { what: 'catalogue', path: '/services', status: 200 },
  { what: 'a course', path: () => `/services/${places.offering}`, status: 200 },
  { what: 'sign-in', path: '/login', status: 200 },
  { what: 'own page', path: '/me', as: 'member', status: 200 },
  { what: 'own booking', path: () => `/me/bookings/${places.booking}`, as: 'member', status: 200 },
  { what: 'desk', path: '/desk', as: 'district', status: 200 },
  { what: 'no such page', path: '/no-such-page', status: 404 },
  { what: 'no such page below one', path: '/desk/no-such-page', as: 'town', status: 404 },
  { what: 'no right', path: '/desk/counter', as: 'viewer', status: 403 },
  {
    what: 'not found for this one',
    path: () => `/me/bookings/${places.booking}`,
    as: 'other',
    status: 404,
  },
  { what: 'sent to sign in', path: '/me/bookings', status: 307 },
  { what: 'health', path: '/api/health', status: 200 },
  { what: 'ready', path: '/api/ready', status: 200 },
  {
    what: 'calendar',
    path: () => `/api/bookings/${places.booking}/calendar`,
    as: 'member',
    status: 200,
  },
  {
    what: 'foreign calendar',
    path: () => `/api/bookings/${places.booking}/calendar`,
    as: 'other',
    status: 404,
  },
  { what: 'QR code', path: () => `/api/organisations/${places.union}/join-code`, status: 200 },
  { what: 'manifest', path: '/manifest.webmanifest', status: 200 },
  { what: 'no such file', path: '/_next/static/chunks/none.js', status: 404 },
  { what: 'broken address', path: '/%ff', status: 400 },
  { what: 'strange method', path: '/', question: { method: 'PUT' }, status: 405 },
  { what: 'POST from nowhere', path: '/', question: { method: 'POST', body: 'a=1' }, status: 403 },
];

/** Files and data of every kind that a route handler gives. */
const files = () => [
  `/api/bookings/${places.booking}/calendar`,
  `/api/organisations/${places.union}/join-code`,
  '/api/answer-files/00000000-0000-4000-8000-000000000000',
  '/api/certificates/00000000-0000-4000-8000-000000000000',
  '/me/card/code',
];

test('a file or data of ours is sandboxed: nothing in it loads or runs', async () => {
  const answers = await Promise.all(
    files().map((path) => ask(path, { cookie: visitors.member.cookie })),
  );
  const policies = answers.map(({ headers }) => String(headers['content-security-policy']));
  for (const policy of policies) expect(policy).toMatch(/^sandbox; default-src 'none'/);
});

/** Both ends of the nonce: the policy's and that of every script on the page. */
function noncesOf(answer: Answer) {
  const policy = String(answer.headers['content-security-policy']);
  const scripts = [...answer.body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  return { policy, scripts, nonce };
}

describe('every answer carries the security headers', () => {
  test.each(crawl)('$what', async ({ path, as = 'anonymous', question, status }) => {
    const answer = await ask(typeof path === 'string' ? path : path(), {
      cookie: visitors[as].cookie,
      ...question,
    });
    expect(answer.status).toBe(status);
    const got = Object.keys(always).map((name) => [name, answer.headers[name]]);
    expect(Object.fromEntries(got)).toEqual(always);
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers.server).toBeUndefined();
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(answer.headers['x-request-id']).toMatch(/^[\w-]{8,}$/);
    if (as !== 'anonymous') expect(answer.headers['cache-control']).toContain('no-store');
    if (!String(answer.headers['content-type']).includes('text/html')) return;
    const { policy, scripts, nonce } = noncesOf(answer);
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce}"`);
  });

  test('the nonce is another one each time', async () => {
    const [first, second] = [await ask('/'), await ask('/')];
    expect(noncesOf(first).nonce).toBeTruthy();
    expect(noncesOf(first).nonce).not.toBe(noncesOf(second).nonce);
  });

  test('signing out empties the cache of a shared computer', async () => {
    const answer = await ask('/signed-out', { headers: { origin: origin() } });
    expect(answer.headers['clear-site-data']).toBe('"cache"');
  });
});
