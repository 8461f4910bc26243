import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, actors, allVisitors, type Visitor } from '../matrix/actors';
import { pageRows } from '../matrix/expectations/pages';
import { findPlaces, type Places } from '../matrix/places';
import { ask } from './ask';

let visitors: Record<Actor, Visitor>;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

const scripts = /<script[\s\S]*?<\/script>/g;

/** The ids of a page's own markup that stand there more than once. */
function idsTwice(html: string): string[] {
  const ids = [...html.replaceAll(scripts, '').matchAll(/\sid="([^"]+)"/g)].map(
    ([, id]) => id ?? '',
  );
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}

describe('no page gives an id twice: a label or an error would lead to the other field', () => {
  test.each(Object.entries(pageRows))('%s', async (route, row) => {
    const path = row.at?.(places) ?? route;
    const allowed = actors.filter((one) => row.gets[one] === 'ok');
    for (const actor of new Set([allowed[0], allowed.at(-1)])) {
      if (!actor) continue;
      const { body } = await ask(path, { cookie: visitors[actor].cookie });
      expect(idsTwice(body), `${path} as ${actor}`).toEqual([]);
    }
  });
});
