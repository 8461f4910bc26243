import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdsPersonalNumber } from '@/lib/personal-number';
import { type Actor, actors, allVisitors, type Visitor, visitor } from './actors';
import { actionRows } from './expectations/actions';
import { fingerprint } from './fingerprint';
import { findPlaces, type Places } from './places';
import { pathOf, postAction } from './post-action';
import type { ActionRow } from './replies';

const rows = Object.entries(actionRows);
const address = (actor: Actor) => `203.0.113.${actors.indexOf(actor) + 1}`;

let visitors: Record<Actor, Visitor>;
let places: Places;
let before: Record<string, string>;

beforeAll(async () => {
  places = await findPlaces();
  visitors = await allVisitors();
});

/** Posts with a one-time key, as every form of ours does: keeps.cases looks at what that leaves. */
async function call(name: string, row: ActionRow, actor: Actor, who: Visitor): Promise<string> {
  const { id, path } = pathOf(name, places);
  const options = { path, cookie: who.cookie, address: address(actor) };
  const fields = { idempotencyKey: randomUUID(), ...row.input(places, who) };
  const { code, answer } = await postAction(id, fields, options);
  const onward = String(answer.headers['x-action-redirect'] ?? answer.to);
  expect(holdsPersonalNumber(decodeURIComponent(onward)), `${name} leads to ${onward}`).toBe(false);
  return code;
}

/** First everyone who may not, by id alone: the page around the action is no protection (Z06, Z10). */
describe('an action called by its id alone (Z01, Z06, Z10) is refused, and nothing changes', () => {
  beforeAll(async () => {
    before = await fingerprint();
  });

  test.each(rows)('%s', async (name, row) => {
    const wanted = actors.filter((actor) => row.gets[actor] !== 'may');
    const got = await Promise.all(
      wanted.map(async (a) => [a, await call(name, row, a, visitors[a])] as const),
    );
    expect(Object.fromEntries(got)).toEqual(
      Object.fromEntries(wanted.map((actor) => [actor, row.gets[actor]])),
    );
  });

  afterAll(async () => {
    expect(await fingerprint()).toEqual(before);
  });
});

/** Then those who may: the same input gets past the door, so the refusals above were about the actor. */
describe('whoever may act', () => {
  test.each(rows)('%s', async (name, row) => {
    const closed = ['sign_in', 'forbidden', 'not_found', 'unexpected', 'busy', 'invalid'];
    for (const actor of actors.filter((one) => row.gets[one] === 'may')) {
      const code = await call(name, row, actor, await visitor(actor));
      expect(
        closed.filter((no) => !row.mayAlso?.includes(no)),
        actor,
      ).not.toContain(code);
      expect(code, actor).not.toMatch(/^\d/);
      if (row.once) break;
    }
  });
});
