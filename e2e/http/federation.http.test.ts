import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { gangnan } from '@/db/seed/data/gangnan';
import { linxi } from '@/db/seed/data/linxi';
import { sql } from '../demo';
import { type Actor, actors, allVisitors, type Visitor } from '../matrix/actors';
import { pageRows } from '../matrix/expectations/pages';
import { outcomeOf } from '../matrix/outcomes';
import { findPlaces, type Places } from '../matrix/places';
import { type Answer, ask, postForm } from './ask';
import { startServer } from './server';
import { askForCode } from './sign-in';

// Before anything reads which federation is told of: this file's server and its helpers tell of another.
vi.hoisted(() => {
  process.env.DEMO = 'linxi';
});

const { settings, story } = linxi;
const hotline = settings['portal.hotline'] ?? '';

/** What another federation is called; its hotline also stands in no number that only holds it. */
const foreign = /港南|贵港|广西|(?<![\da-f-])12351(?![\da-f-])|0775-|桂ICP|镇街/;
const places = Object.values(gangnan.story).filter((name) => !Object.values(story).includes(name));
const foreignNames = [...places, ...gangnan.towns.map(({ name }) => name)];

let stop: (() => Promise<void>) | undefined;
let visitors: Record<Actor, Visitor>;
let found: Places;

beforeAll(async () => {
  stop = await startServer({ DEMO: 'linxi' });
  found = await findPlaces();
  visitors = await allVisitors();
}, 300_000);
afterAll(async () => {
  await sql().end();
  await stop?.();
}, 60_000);

/** Nobody else's name, place or number; the gallery of components has invented ones of its own. */
function expectOwn(text: string, what: string, gallery = false) {
  // What the settings page says would apply if nothing were set.
  const said = text.replace(/默认 \W{0,12}(12351|镇街)/g, '');
  expect(said.match(foreign)?.[0], what).toBeUndefined();
  if (gallery) return;
  expect(
    foreignNames.filter((name) => text.includes(name)),
    what,
  ).toEqual([]);
}

/** One visitor for each way in which a page answers. */
const differing = (gets: Readonly<Record<Actor, string>>): Actor[] =>
  [...new Set(Object.values(gets))].flatMap(
    (outcome) => actors.find((a) => gets[a] === outcome) ?? [],
  );

describe('a second federation, by the same code and the same build', () => {
  test.each(Object.entries(pageRows))(
    'answers %s as the first does, and says nothing of it',
    async (key, row) => {
      const path = row.at?.(found) ?? key;
      const gallery = key.startsWith('/dev/ui');
      await Promise.all(
        differing(row.gets).map(async (actor) => {
          const answer = await ask(path, { cookie: visitors[actor].cookie });
          expect(outcomeOf(answer), `${path} as ${actor}`).toBe(row.gets[actor]);
          expectOwn(answer.body + answer.to, `${path} as ${actor}`, gallery);
        }),
      );
    },
  );
});

const text = (answer: Answer) => answer.body;

describe('what is its own', () => {
  test('name, mark, hotline, hours, record numbers and colours stand on the first page', async () => {
    const { body } = await ask('/');
    for (const said of [
      '<title>首页 · 溪工驿</title>',
      '<b class="text-body">临溪工会</b>',
      `href="tel:${hotline.replace('-', '')}"`,
      '每天 9:00–17:30',
      '浙ICP备00000000号-1',
      '浙公网安备 00000000000000号',
      'property="og:site_name" content="溪工驿 · 临溪县总工会"',
      '--brand:#1d4f91',
    ])
      expect(body).toContain(said);
  });

  test('the manifest and the icon carry its name and its colours', async () => {
    const manifest = await ask('/manifest.webmanifest');
    expect(JSON.parse(text(manifest))).toMatchObject({
      short_name: '溪工驿',
      name: '溪工驿 · 临溪县总工会',
    });
    expect(manifest.headers['content-type']).toContain('manifest+json');
    const icon = await ask('/mark.svg');
    expect(text(icon)).toContain('fill="#173f74"');
    expect(text(icon)).toContain('stroke="#cfe3ff"');
  });

  test('the level below it is called as its settings say', async () => {
    expect(text(await ask('/login/help'))).toContain('到乡镇工会窗口办理');
    expect(text(await ask('/privacy'))).toContain('您所在的乡镇工会');
  });

  test('the agreements name it, its hotline and who answers for privacy', async () => {
    expect(text(await ask('/terms'))).toContain(`溪工驿由临溪县总工会提供`);
    expect(text(await ask('/privacy'))).toContain('办公室 0570-8812301');
    expect(text(await ask('/privacy'))).toContain(hotline);
  });

  test('a certificate has its frame in its colour, and a calendar file its place', async () => {
    const { cookie } = visitors.member;
    const [paper] = await sql()`select id from certificates where account_id = ${found.account}`;
    const file = await ask(`/api/certificates/${paper?.id}`, { cookie });
    expect(file.status).toBe(200);
    const raw = file.bytes.toString('latin1');
    const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
      ([, part = '']) => {
        try {
          return inflateSync(Buffer.from(part, 'latin1')).toString('latin1');
        } catch {
          return part;
        }
      },
    );
    // #173f74, the dark of its main colour, however many decimals the writer keeps.
    expect(streams.join('\n')).toMatch(/0\.09\d* 0\.2[45]\d* 0\.45\d*/);
    const calendar = await ask(`/api/bookings/${found.booking}/calendar`, { cookie });
    expect(text(calendar)).toContain(story.station);
    expectOwn(text(calendar), 'calendar');
  });

  test('no error page, refusal or file of the site says where the code comes from', async () => {
    const odd = [
      '/nowhere',
      '/join/ZZZZZZ',
      '/%ff',
      `/services/${found.nothing}`,
      '/sw.js',
      '/verify-draw.mjs',
    ];
    for (const path of odd) expectOwn(text(await ask(path)), path);
    expectOwn(text(await ask('/', { method: 'PUT' })), 'PUT');
    expectOwn(text(await ask('/', { method: 'POST', body: 'a=1' })), 'POST from nowhere');
    const refused = await postForm('/login', { phone: '1' });
    expectOwn(text(refused), 'a refused form');
  });

  test('no text message, notice, consent or other row of its database does either', async () => {
    await askForCode('13956781234', found);
    const tables = await sql()<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
    const pattern = '港南|贵港|广西|桂ICP|镇街|江南街道|桥圩|荷城';
    const rows = await Promise.all(
      tables.map(
        ({ name }) =>
          sql()`select ${name} as name from ${sql()(name)} as r where r::text ~ ${pattern} limit 1`,
      ),
    );
    expect(rows.flat()).toEqual([]);
    const [sent] = await sql()<{ n: string }[]>`select count(*) as n from outbox`;
    expect(Number(sent?.n)).toBeGreaterThan(0);
  });
});
