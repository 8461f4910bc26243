import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Actor, actors, allVisitors, type Visitor, visitor } from '../matrix/actors';
import { handlerRows } from '../matrix/expectations/handlers';
import { pageRows } from '../matrix/expectations/pages';
import { findPlaces, type Places } from '../matrix/places';
import { seenOutside } from './addresses';
import { type Answer, ask, postForm, searched } from './ask';
import { setBy } from './sign-in';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

/** Somebody who is nowhere in the demo: wherever this is seen, it was taken from what was typed. */
const canaries = ['覃𬭊探', '13956780001', '139 5678 0001', '450803199003070029'];
const seenIn = (answer: Answer, canary: string) =>
  seenOutside(answer).filter((text) => text.includes(canary));

/** The lists that can be asked, each by the first who may, with the fields one writes in. */
const lists: [to: (p: Places) => string, field: string, actor: Actor][] = [
  [() => '/desk/members', 'q', 'town'],
  [() => '/desk', 'q', 'town'],
  [() => '/desk/roles', 'phone', 'system'],
  [() => '/desk/audit', 'actor', 'system'],
  [() => '/desk/audit', 'entity', 'system'],
  [(p) => `/desk/offerings/${p.offering}`, 'q', 'town'],
  [(p) => `/desk/offerings/${p.offering}/check-in`, 'q', 'town'],
  [() => '/desk/offerings', 'q', 'town'],
  [() => '/desk/organisations', 'q', 'district'],
  [() => '/desk/organisations/employers', 'q', 'district'],
  [() => '/desk/venues', 'q', 'town'],
  [() => '/desk/register', 'q', 'town'],
  [() => '/me/transfer', 'q', 'other'],
  [() => '/services', 'q', 'anonymous'],
  [() => '/join/workplace/employer', 'q', 'viewer'],
];
/** Files that the proxy hands on as they are; nothing in their address is read. */
const proxyPasses = /^GET \/(mark\.svg|manifest\.webmanifest)$/;
const things =
  /^\/(services|join|me\/transfer|desk\/(offerings|venues|register|organisations)(\/employers)?)$|^\/join\//;

describe('what is typed into a search stands in no address, title or link (P02)', () => {
  test.each(lists)('%s %s', async (to, field, actor) => {
    const path = to(places);
    // Without an account the browser is whom the seal is for.
    const cookie = visitors[actor].cookie ?? setBy(await ask(path), 'lx-b').pair;
    for (const canary of canaries) {
      // Names of things may be sent on; a number never.
      if (things.test(path) && !/\d/.test(canary)) continue;
      const list = await searched(path, { [field]: canary, view: '' }, cookie);
      expect(list.startsWith(`${path}?`), list).toBe(true);
      expect(decodeURIComponent(list)).not.toContain(canary);
      const answer = await ask(list, { cookie });
      expect(answer.status).toBe(200);
      expect(answer.body, 'the field shows what was asked').toContain(`value="${canary}"`);
      expect(seenIn(answer, canary), list).toEqual([]);
    }
  });

  const odd = [
    "'); select pg_sleep(30); --",
    "' union select token_hash, null from sessions --",
    '%_\\"<script>😀𬭊\u0000',
    'a'.repeat(3000),
  ];
  test.each(lists)('%s %s: odd words are only text', async (to, field, actor) => {
    const { cookie } = visitors[actor];
    for (const words of odd) {
      const answer = await ask(await searched(to(places), { [field]: words }, cookie), { cookie });
      expect([answer.status, words]).toEqual([200, words]);
      expect(answer.body).not.toMatch(/syntax error|sqlstate|postgres|drizzle|<script>😀/i);
    }
  });

  test('every page with such a form is among them', async () => {
    const asked = new Set<string>();
    for (const [route, row] of Object.entries(pageRows)) {
      const actor = actors.findLast((one) => row.gets[one] === 'ok');
      if (!actor || route.startsWith('/dev/')) continue;
      const { body } = await ask(row.at?.(places) ?? route, { cookie: visitors[actor].cookie });
      for (const [form] of body.matchAll(/<form[^>]*action="\/api\/search"[\s\S]*?<\/form>/g)) {
        const to = /name="to" value="([^"]*)"/.exec(form)?.[1] ?? '';
        for (const [, field] of form.matchAll(
          /<input\b(?![^>]*type="(?:hidden|date)")[^>]*name="(\w+)"/g,
        ))
          asked.add(`${to} ${field}`);
      }
    }
    const known = lists.map(([to, field]) => `${to(places)} ${field}`);
    expect(
      [...asked].filter((one) => !known.includes(one) && !one.startsWith('/desk/roles q')),
    ).toEqual([]);
  });

  test('the seal of one officer does not open for another, who is asked to type again', async () => {
    const list = await searched('/desk/members', { q: '陈一帆' }, visitors.town.cookie);
    const { body } = await ask(list, { cookie: visitors.union.cookie });
    expect(body).toContain('这次搜索已失效，请重新输入');
    expect(body).not.toContain('value="陈一帆"');
  });

  test('paging, tabs and filters keep the search', async () => {
    const { cookie } = visitors.town;
    const list = await searched('/desk', { q: '韦', view: 'waiting' }, cookie);
    const q = new URL(list, 'http://x').searchParams.get('q') ?? '';
    const hrefs = [...(await ask(list, { cookie })).body.matchAll(/href="(\/desk\?[^"]*)"/g)];
    const carrying = hrefs.filter(([, href = '']) =>
      href.includes(String(new URLSearchParams({ q }))),
    );
    expect(carrying.length).toBeGreaterThan(3);
  });

  test('is not the reason of an export, which waits for the second factor', async () => {
    const { cookie, sessionId } = await visitor('economy');
    await sql()`update sessions set stepped_up_at = null where id = ${sessionId}`;
    const reason = '核对13956780001覃𬭊探'.repeat(3);
    const form = { full: 'yes', reason };
    const short = await postForm(`/api/desk/rolls/${places.session}`, form, cookie);
    const roll = await ask(short.to, { cookie });
    const answer = await ask(roll.to.split('#')[0] ?? '', { cookie });
    for (const one of [short, roll, answer]) {
      expect([...seenIn(one, '覃𬭊探'), ...seenIn(one, '13956780001')]).toEqual([]);
    }
    expect(answer.body).toContain(`value="${reason}"`);
    const confirm = /href="(\/staff\/confirm\?next=[^"]*)"/.exec(answer.body)?.[1] ?? '';
    expect((await ask(confirm, { cookie })).body, 'the way back').toContain('reason=%7E');
  });

  test('leads nowhere but to a page of ours', async () => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', 'x', '']) {
      const answer = await postForm('/api/search', { to, q: '电工' });
      expect([answer.status, new URL(String(answer.headers.location), 'http://here').host]).toEqual(
        [303, 'here'],
      );
    }
  });
});

describe('a number in an old link or a bookmark goes no further (P02)', () => {
  const looks = Object.entries({ ...pageRows, ...handlerRows }).filter(
    ([key]) => !key.startsWith('POST') && !proxyPasses.test(key),
  );
  test.each(canaries)('%s', async (canary) => {
    const sent = ['q', 'phone', 'actor', 'entity', 'reason', 'x'].map((name) => [name, canary]);
    const isNumber = /\d/.test(canary);
    const next = isNumber ? [['next', `/desk?q=${canary}`]] : [];
    const query = new URLSearchParams([...sent, ...next]);
    const visit = async ([key, row]: (typeof looks)[number]) => {
      const actor = actors.findLast((one) => row.gets[one] === 'ok') ?? 'member';
      const path = (row.at?.(places) ?? key.replace('GET ', '')).split('?')[0] ?? '';
      if (!isNumber && things.test(path)) return;
      const answer = await ask(`${path}?${query}`, { cookie: visitors[actor].cookie });
      expect(seenIn(answer, canary), path).toEqual([]);
      if (isNumber) expect(answer.status, path).toBe(303);
    };
    await Promise.all(looks.map(visit));
  });
});
