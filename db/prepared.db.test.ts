import { afterEach, expect, it } from 'vitest';
import { migrate } from './migrate';
import { isPrepared, markOf } from './prepared.mjs';
import { sqlAsOwner } from './testing';

const mark = markOf(process.env, 'this version');
const prepared = (env = process.env, by = mark) => isPrepared(sqlAsOwner(), env, by);

async function migrateAs(by?: string): Promise<void> {
  if (by) process.env.LIANXIN_PREPARED = by;
  await migrate().finally(() => delete process.env.LIANXIN_PREPARED);
}
afterEach(() => migrateAs());

it('a database is prepared once this version has migrated it, and not by another version or other keys', async () => {
  expect(await prepared()).toBe(false);
  await migrateAs(mark);
  expect(await prepared()).toBe(true);
  expect(await prepared(process.env, markOf(process.env, 'another version'))).toBe(false);
  const keys = { ...process.env, FIELD_KEYS: 'k2:other' };
  expect(await prepared(keys, markOf(keys, 'this version'))).toBe(false);
});

it('a database on a server without the login is not prepared, whatever its note says', async () => {
  await migrateAs(mark);
  const elsewhere = { ...process.env, APP_SECRET: Buffer.alloc(32, 7).toString('base64') };
  expect(await prepared(elsewhere, mark)).toBe(false);
});

it('a database migrated by sources as they are written is not prepared for the next start', async () => {
  await migrateAs(mark);
  await migrateAs();
  expect(await prepared()).toBe(false);
});
