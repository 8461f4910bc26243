import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Visitor, visitor } from '../matrix/actors';
import { findPlaces } from '../matrix/places';
import { publishedNames } from '../matrix/post-action';
import { type Answer, ask, origin } from './ask';
import { asBrowser, type Control, formsOf } from './forms-of-page';

let officer: Visitor;
let offering: string;
beforeAll(async () => {
  officer = await visitor('town');
  offering = (await findPlaces()).offering;
});

const noPicture = 'name="picture"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n';

/** The form of the cover, filled and posted as a browser without script does. */
async function setCover(picture: Buffer): Promise<Answer> {
  const path = `/desk/offerings/${offering}/publicity`;
  const page = await ask(path, { cookie: officer.cookie });
  const names = publishedNames();
  const form = formsOf(page.body).find(
    (f) => names.get(f.actionId ?? '') === 'publicity/setCoverAction',
  );
  if (!form) throw new Error('no form for a cover');
  const fill = (one: Control) =>
    one.name === 'coverWords' ? { ...one, value: '骑手在雨里练急停' } : one;
  const { type, body } = asBrowser(form.controls.map(fill), false);
  const [before = '', after = ''] = body.split(noPicture);
  const head = 'name="picture"; filename="cover.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';
  return ask(path, {
    method: 'POST',
    cookie: officer.cookie,
    body: Buffer.concat([Buffer.from(before + head), picture, Buffer.from(after)]),
    headers: { origin: origin(), 'content-type': type },
  });
}

/** As a camera makes it: large, and with where it was taken. */
const fromACamera = () =>
  sharp({
    create: {
      ...{ width: 2000, height: 1200, channels: 3, background: '#888' },
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
    .withExif({ IFD0: { Make: 'PhoneMaker' } })
    .jpeg()
    .toBuffer();

const tagsOf = (html: string): Record<string, string> => {
  const head = html.slice(0, html.indexOf('</head>'));
  const tags = [...head.matchAll(/<meta (?:name|property)="([^"]+)" content="([^"]*)"/g)];
  return Object.fromEntries(tags.map(([, name = '', content = '']) => [name, content]));
};

describe('a service that is shared', () => {
  test('says in its head what it is called and when it is; there is no picture before one is set', async () => {
    const { body } = await ask(`/services/${offering}`);
    const tags = tagsOf(body);
    expect(body).toMatch(/<head>.*<title>骑手安全课：雨天怎么骑 · /s);
    expect(tags).toMatchObject({ 'og:title': '骑手安全课：雨天怎么骑', 'og:type': 'website' });
    expect(tags['og:url']).toBe(`${origin()}/services/${offering}`);
    expect(tags['og:description']).toContain('一个晚上');
    expect(tags.description).toBe(tags['og:description']);
    expect(tags['og:image']).toBeUndefined();
  });

  test('carries its cover, drawn anew, without a cookie and for caches; the page stays light', async () => {
    const set = await setCover(await fromACamera());
    expect(set.to).toBe(`/desk/offerings/${offering}/publicity?done=cover`);
    const page = await ask(`/services/${offering}`);
    const image = tagsOf(page.body)['og:image'] ?? '';
    expect(image.startsWith(`${origin()}/api/offering-files/`)).toBe(true);
    const picture = await ask(image.slice(origin().length));
    expect(picture.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'public, max-age=3600',
    });
    expect(picture.headers['set-cookie']).toBeUndefined();
    expect(picture.bytes.length).toBeLessThanOrEqual(50_000);
    expect(picture.bytes.includes('PhoneMaker')).toBe(false);
    expect(page.body).toMatch(/<img[^>]+alt="骑手在雨里练急停"[^>]+width="960"[^>]+height="576"/);
  });

  test('whose picture cannot be read keeps the one before, and what was typed', async () => {
    const count = () =>
      sql()`select id from offering_files where offering_id = ${offering} and purpose = 'cover'`;
    const before = await count();
    const refused = await setCover(Buffer.from('no picture'));
    expect(refused.body).toContain('这张图打不开');
    expect(refused.body).toContain('value="骑手在雨里练急停"');
    expect(await count()).toEqual(before);
  });

  test('keeps its picture from strangers and from caches once it is for a subtree', async () => {
    const [row] = await sql()<{ id: string }[]>`
      select id from offering_files where offering_id = ${offering} and purpose = 'cover'`;
    const path = `/api/offering-files/${row?.id}`;
    await sql()`update offerings set visibility = 'subtree' where id = ${offering}`;
    try {
      expect((await ask(path)).status).toBe(404);
      const seen = await ask(path, { cookie: officer.cookie });
      expect([seen.status, seen.headers['cache-control']]).toEqual([200, 'private, no-store']);
    } finally {
      await sql()`update offerings set visibility = 'all' where id = ${offering}`;
    }
  });
});
