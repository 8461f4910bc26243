import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../demo';
import { type Visitor, visitor } from '../matrix/actors';
import { coldActions, coldHandlers } from '../matrix/expectations/cold';
import { handlerRows } from '../matrix/expectations/handlers';
import { pageRows } from '../matrix/expectations/pages';
import type { Visit } from '../matrix/outcomes';
import { findPlaces, type Places } from '../matrix/places';
import { publishedAs } from '../matrix/post-action';
import { ask, origin } from './ask';

let member: Visitor;
let places: Places;
beforeAll(async () => {
  places = await findPlaces();
  member = await visitor('member');
});

const leaveAlone = () =>
  sql()`update sessions set last_seen_at = now() - interval '40 minutes' where id = ${member.sessionId}`;

/** Pages that ask a member who was away for forty minutes to sign in again, and nobody before that. */
async function askingPages(): Promise<Set<string>> {
  const asking = new Set<string>();
  for (const [route, row] of Object.entries(pageRows)) {
    if (row.gets.member !== 'ok') continue;
    await leaveAlone();
    const answer = await ask(row.at?.(places) ?? route, { cookie: member.cookie });
    if (answer.to.startsWith('/login?')) asking.add(route);
  }
  return asking;
}

describe('a session left alone for forty minutes (O17)', () => {
  test('does only what some page that stays open for it offers', async () => {
    const asking = await askingPages();
    // The pages of the family and of the account are among them, or nothing was left alone.
    for (const page of ['/me/family', '/me/phone', '/me/devices']) expect(asking).toContain(page);
    const shut = coldActions.filter((name) => {
      const known = publishedAs(name).routes.filter((route) => route in pageRows);
      return known.length > 0 && known.every((route) => asking.has(route));
    });
    expect(shut).toEqual([]);
  });

  test.each(Object.entries(handlerRows).filter(([, row]) => row.gets.anonymous === 'login'))(
    'at the door %s',
    async (key, row: Visit) => {
      const [method = '', route = ''] = key.split(' ');
      await leaveAlone();
      const body = row.json && JSON.stringify(row.json(places));
      const headers = { origin: origin(), 'content-type': 'application/json' };
      const { status } = await ask(row.at?.(places) ?? route, {
        method,
        cookie: member.cookie,
        ...(method === 'POST' && { body: body ?? '{}', headers }),
      });
      expect(status === 401).toBe(!coldHandlers.includes(key));
    },
  );
});
