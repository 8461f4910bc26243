import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { keepChecks, makeChecks } from '../crypto/key-check';
import { checkProcess } from './process-check';

const served = globalThis as typeof globalThis & { lianxinServed?: boolean };
const listeners = () => process.listeners('uncaughtException').length;
let before: NodeJS.UncaughtExceptionListener[];
let said = '';

/** What the check does to its process: nothing, or the code it ends with. */
async function ends(): Promise<number | null> {
  said = '';
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
  await checkProcess().catch((error: Error) => {
    if (!error.message.startsWith('exit')) throw error;
  });
  return exit.mock.calls.length > 0 ? Number(exit.mock.calls[0]?.[0]) : null;
}

beforeEach(async () => {
  before = process.listeners('uncaughtException');
  await resetDb();
  await keepChecks(sqlAsOwner(), makeChecks());
});
afterEach(async () => {
  vi.restoreAllMocks();
  delete served.lianxinServed;
  for (const one of process.listeners('uncaughtException'))
    if (!before.includes(one)) process.off('uncaughtException', one);
  await keepChecks(sqlAsOwner(), makeChecks());
});

it('a process whose keys and settings fit the database goes on and ends on what nobody caught', async () => {
  const count = listeners();
  expect(await ends()).toBeNull();
  expect(said).toBe('');
  expect(listeners()).toBe(count + 1);
});

it('a process under our own server leaves what nobody caught to that', async () => {
  const count = listeners();
  served.lianxinServed = true;
  expect(await ends()).toBeNull();
  expect(listeners()).toBe(count);
});

it('a process with keys of other data ends before it serves, in words', async () => {
  await keepChecks(sqlAsOwner(), { APP_SECRET: 'another' });
  expect(await ends()).toBe(1);
  expect(said).toMatch(/^不能启动：密钥和数据库里的资料对不上[\s\S]*APP_SECRET/);
});

it('a process whose colours nobody can read ends before it serves, in words', async () => {
  await sqlAsOwner()`insert into settings (key, value) values ('portal.colour', '"#ffcc00"')`;
  expect(await ends()).toBe(1);
  expect(said).toContain('不能启动：门户的设置不能用');
});
