import { expect, it } from 'vitest';
import type { Ctx } from '../ctx';
import { newId } from '../ids';
import { openSearch, sealWords, searchAddress } from './search';

const HOUR = 3600_000;
const at = new Date('2026-11-30T02:00:00Z');
const of = (accountId: string, now = at) => ({ actor: { kind: 'account', accountId }, now }) as Ctx;
const browser = (mark: string) =>
  ({ actor: { kind: 'anonymous' }, now: at, client: { browser: mark } }) as Ctx;

it('sealed words open for the account that typed them, for a day at the desk', () => {
  const me = newId();
  const q = sealWords(of(me), '陈一帆 13900000001');
  expect(q).toMatch(/^~[\w.-]+$/);
  const { filter, wanted, lost } = openSearch(of(me, new Date(at.getTime() + 11 * HOUR)), { q });
  expect([filter.q, wanted.q, lost]).toEqual([q, '陈一帆 13900000001', false]);
});

it.each([
  ['for another account', (q: string) => openSearch(of(newId()), { q })],
  ['for nobody', (q: string) => openSearch(browser('b'), { q })],
  ['when altered', (q: string, me: Ctx) => openSearch(me, { q: `${q.slice(0, -1)}!` })],
  ['from an address that lost a number', (_: string, me: Ctx) => openSearch(me, { q: '~' })],
  [
    'the day after',
    (q: string, me: Ctx) => openSearch({ ...me, now: new Date(at.getTime() + 13 * HOUR) }, { q }),
  ],
])('sealed words do not open %s, and the page is told', (_, open) => {
  const me = of(newId());
  const opened = open(sealWords(me, '陈一帆'), me);
  expect(opened).toEqual({ filter: { q: '' }, wanted: { q: '' }, lost: true });
});

it('without an account the browser is who typed', () => {
  const q = sealWords(browser('mine'), '陈');
  expect(openSearch(browser('mine'), { q }).wanted.q).toBe('陈');
  expect(openSearch(browser('other'), { q }).lost).toBe(true);
});

it('words for a list of people are sealed, filters stay as they are', () => {
  const me = of(newId());
  const path = searchAddress(me, '/desk/members', { q: ' 陈一帆 ', town: '', newForm: '1' });
  expect(path).toMatch(/^\/desk\/members\?q=%7E[\w.-]+&newForm=1$/);
  expect(searchAddress(me, '/desk/members', { q: '  ' })).toBe('/desk/members');
});

it('words for a list of things stay readable, but not the number of a person', () => {
  const me = of(newId());
  expect(searchAddress(me, '/services', { q: '电工', open: '1' })).toBe(
    '/services?q=%E7%94%B5%E5%B7%A5&open=1',
  );
  expect(searchAddress(me, '/services', { q: '139 0000 0001' })).toMatch(/^\/services\?q=%7E/);
});
