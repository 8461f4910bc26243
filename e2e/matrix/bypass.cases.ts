import { beforeAll, describe, expect, test } from 'vitest';
import { type Answer, ask } from '../http/ask';
import { type Actor, actors, allVisitors, type Visitor } from './actors';
import { pageRows } from './expectations/pages';
import type { Outcome, Visit } from './outcomes';
import { findPlaces, type Places } from './places';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

interface Trick {
  name: string;
  path?: (path: string) => string;
  headers?: Record<string, string>;
}

/** Header and address tricks that have opened Next.js pages before (X06, Z12). */
const tricks: Trick[] = [
  { name: '.rsc', path: (path) => path.replace(/(\?|$)/, '.rsc$1') },
  {
    name: '_rsc',
    path: (path) => `${path}${path.includes('?') ? '&' : '?'}_rsc=1f2k`,
    headers: { rsc: '1' },
  },
  { name: 'prefetch', headers: { rsc: '1', 'next-router-prefetch': '1' } },
  {
    name: 'segment',
    headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
  },
  { name: 'segment file', path: (path) => `${path.split('?')[0]}.segments/_tree.segment.rsc` },
  {
    name: 'middleware',
    headers: {
      'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy',
      'x-middleware-next': '1',
      'x-middleware-rewrite': '/',
    },
  },
  {
    name: 'matched path',
    headers: { 'x-matched-path': '/', 'x-invoke-path': '/', 'x-nextjs-data': '1' },
  },
  {
    name: 'forwarded',
    headers: { 'x-forwarded-host': 'evil.example', 'x-original-url': '/', 'x-rewrite-url': '/' },
  },
  { name: 'slash', path: (path) => path.replace(/^\//, '//') },
  { name: 'encoded', path: (path) => path.replace('/desk', '/%64esk').replace('/me', '/%6de') },
];

const denied: readonly Outcome[] = ['login', 'staff_login', 'not_found', 'forbidden'];
const protectedPages = Object.entries(pageRows).filter(
  ([, row]) => denied.includes(row.gets.anonymous) && actors.some((a) => row.gets[a] === 'ok'),
);

/** Whatever on a page belongs to somebody: numbers of cases, masked phones and documents, names. */
const personal =
  /[A-Z]{2}\d{2}-\d{4}-\d{4}|\d{3,4}\*{4,}\d{4}|陈一帆|[\u4e00-\u9fff]＊|[\u4e00-\u9fff]\*{1,2}/g;
const dataOf = (answer: Answer) => new Set(answer.body.match(personal) ?? []);

/** Turned away: by status, or in a stream that only says where to go instead. */
const turnedAway = (answer: Answer) =>
  (answer.status >= 300 && answer.status < 500) ||
  /NEXT_REDIRECT|NEXT_HTTP_ERROR_FALLBACK;40[134]/.test(answer.body) ||
  answer.status === 204;

async function tried(path: string, actor: Actor, row: Visit): Promise<string[]> {
  const allowed = actors.find((one) => row.gets[one] === 'ok') ?? 'member';
  const shown = dataOf(await ask(path, { cookie: visitors[allowed].cookie }));
  const { cookie } = visitors[actor];
  const attempt = async ({ name, path: bend = (same: string) => same, headers }: Trick) => {
    const answer = await ask(bend(path), { cookie, headers });
    const leaks = [...dataOf(answer)].filter((one) => shown.has(one));
    const prefetched = name === 'prefetch' || name.startsWith('segment');
    if (answer.status >= 500) return `${name}: ${answer.status}`;
    if (leaks.length > 0) return `${name}: shows ${leaks.join(' ')}`;
    return prefetched || turnedAway(answer) ? null : `${name}: ${answer.status}`;
  };
  const answers = await Promise.all(tricks.map(attempt));
  return answers.filter((problem): problem is string => problem !== null);
}

describe('a header or an address opens no page (Z12)', () => {
  test.each(protectedPages)('%s', async (route, row) => {
    const path = row.at?.(places) ?? route;
    const outside = actors.filter((actor) => denied.includes(row.gets[actor]));
    const found: Record<string, string[]> = {};
    // Two strangers say as much as twelve: one not signed in, and the highest who may not.
    for (const actor of new Set([outside[0], outside.at(-1)])) {
      if (actor) found[actor] = await tried(path, actor, row);
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, open]) => open.length > 0))).toEqual(
      {},
    );
  });
});

/**
 * The page without what differs between any two requests: numbers, nonces, where the stream was cut into
 * pieces, and the order in which its rows happened to be ready.
 * @returns the rows of the stream, then what is to be read
 */
function bare(answer: Answer, ids: string[]): string[] {
  const body = ids
    .reduce((text, id) => text.replaceAll(id, 'ID'), answer.body)
    .replaceAll(/nonce(="|\\":\\"|":")[^"\\]+/g, 'nonce')
    .replaceAll(String(answer.headers['x-request-id']), 'REQUEST');
  const stream = [...body.matchAll(/self\.__next_f\.push\(\[1,"(.*?)"\]\)<\/script>/gs)]
    .map(([, piece]) => piece)
    .join('')
    .replaceAll(/\$L?[0-9a-f]+(?=\\")/g, '$')
    .split('\\n')
    .map((row) => row.replace(/^[0-9a-f]+:/, ''));
  const words = body
    .replaceAll(/<script.*?<\/script>/gs, '')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [...stream.sort(), ...words.sort()];
}

describe('what is another’s looks exactly like what is not there (Z02)', () => {
  const hidden = Object.entries(pageRows).filter(
    ([route, row]) =>
      /\[(id|session)\]/.test(route) && row.at && Object.values(row.gets).includes('not_found'),
  );
  test.each(hidden)('%s', async (route, row) => {
    const path = row.at?.(places) ?? route;
    const [id] = path.match(/[0-9a-f]{8}-[0-9a-f-]{27}/) ?? [];
    if (!id) throw new Error(`${route} names no id`);
    for (const actor of actors.filter((one) => row.gets[one] === 'not_found')) {
      const { cookie } = visitors[actor];
      const theirs = await ask(path, { cookie });
      const nobodys = await ask(path.replace(id, places.nothing), { cookie });
      expect(nobodys.status, actor).toBe(theirs.status);
      const ids = [id, places.nothing];
      expect(bare(nobodys, ids), actor).toEqual(bare(theirs, ids));
    }
  });
});
