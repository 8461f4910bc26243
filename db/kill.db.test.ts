import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../scripts/embedded-pg/index.mjs';
import { driverOptions } from './client';
import { killServer } from './testing/kill-server';

// The gate of patches/postgres+3.4.9.patch: an unguarded driver throws where nobody can catch it,
// loses connections from its pool, and leaves calls waiting for ever.
const POOL = 10;
const CLIENTS = 30;
const KILLS = 3;

const dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-kill-')), 'pg');
let server: EmbeddedServer;
let sql: Sql;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const start = (): Promise<EmbeddedServer> => startEmbedded({ dir, port: server?.port ?? 54367 });

beforeAll(async () => {
  fs.chmodSync(path.dirname(dir), 0o755);
  server = await start();
  sql = postgres(server.url(), { ...driverOptions, max: POOL });
  await sql`create table written (id text primary key, step int not null)`;
});

afterAll(async () => {
  await sql?.end({ timeout: 1 });
  await server?.stop();
  fs.rmSync(path.dirname(dir), { recursive: true, force: true });
});

// One statement, and a transaction that thinks between two: both shapes broke the unguarded driver.
async function write(id: string): Promise<void> {
  await sql`insert into written ${sql({ id: `${id}-one`, step: 1 })}`;
  await sql.begin(async (tx) => {
    await tx`insert into written ${tx({ id: `${id}-two`, step: 1 })}`;
    await pause(Math.random() * 4);
    await tx`update written set step = step + 1 where id = ${`${id}-two`}`;
  });
}

interface Tally {
  acknowledged: string[];
  failed: number;
}

async function client(name: string, until: () => boolean, tally: Tally): Promise<void> {
  for (let n = 0; !until(); n++) {
    const id = `${name}-${n}`;
    try {
      await write(id);
      tally.acknowledged.push(id);
    } catch {
      tally.failed++;
      await pause(20);
    }
  }
}

async function killRepeatedly(): Promise<void> {
  for (let round = 0; round < KILLS; round++) {
    await pause(700);
    killServer(server.pid);
    // Long enough for new connections to be refused as well.
    await pause(300);
    server = await start();
  }
  await pause(700);
}

test('the server dies three times in a burst of writes and nobody is left waiting (F01)', async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown): number => thrown.push(error);
  process.on('uncaughtException', note);
  const tally: Tally = { acknowledged: [], failed: 0 };
  let over = false;
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(`${n}`, () => over, tally));

  await killRepeatedly();
  over = true;
  // A call that never settles is this test running out of time.
  await Promise.all(clients);
  process.off('uncaughtException', note);

  expect(thrown).toEqual([]);
  expect(tally.failed).toBeGreaterThan(0);
  expect(await simultaneousBackends()).toBe(POOL);
  await expectNothingLost(tally.acknowledged);
});

async function simultaneousBackends(): Promise<number> {
  const sleeps = Array.from(
    { length: POOL },
    () => sql`select pg_backend_pid() as pid, pg_sleep(0.5)`,
  );
  const rows = await Promise.all(sleeps);
  return new Set(rows.map(([row]) => row?.pid)).size;
}

async function expectNothingLost(acknowledged: string[]): Promise<void> {
  const rows = await sql<{ id: string; step: number }[]>`select id, step from written`;
  const steps = new Map(rows.map((row) => [row.id, row.step]));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((id) => steps.get(`${id}-one`) !== 1)).toEqual([]);
  expect(acknowledged.filter((id) => steps.get(`${id}-two`) !== 2)).toEqual([]);
  // A dead transaction's second half must not land on a connection that someone else now holds.
  expect(rows.filter((row) => row.id.endsWith('-two') && row.step !== 2)).toEqual([]);
}
