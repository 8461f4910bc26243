import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../scripts/embedded-pg/index.mjs';
import { driverOptions } from './client';
import { backendsAtOnce } from './testing/backends';
import { killServer } from './testing/kill-server';

// The gate of patches/postgres+3.4.9.patch: an unguarded driver throws where nobody can catch it,
// loses connections from its pool, and leaves calls waiting for ever.
const POOL = 10;
const CLIENTS = 30;
const KILLS = 3;

const dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-kill-')), 'pg');
let server: EmbeddedServer;
let sql: Sql;

/** A turn of everything else that waits. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
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
    for (let turns = Math.random() * 20; turns > 0; turns--) await turn();
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
      await turn();
    }
  }
}

/** Until that many more have been written, or refused. */
async function until(count: () => number, more: number): Promise<void> {
  for (const from = count(); count() < from + more; ) await turn();
}

async function killRepeatedly(tally: Tally): Promise<void> {
  const written = () => tally.acknowledged.length;
  for (let round = 0; round < KILLS; round++) {
    await until(written, 100);
    killServer(server.pid);
    // Everybody twice: new connections are refused as well.
    await until(() => tally.failed, 2 * CLIENTS);
    server = await start();
  }
  await until(written, 100);
}

test('the server dies three times in a burst of writes and nobody is left waiting (F01)', async () => {
  const thrown: unknown[] = [];
  const note = (error: unknown): number => thrown.push(error);
  process.on('uncaughtException', note);
  const tally: Tally = { acknowledged: [], failed: 0 };
  let over = false;
  const clients = Array.from({ length: CLIENTS }, (_, n) => client(`${n}`, () => over, tally));

  await killRepeatedly(tally);
  over = true;
  // A call that never settles is this test running out of time.
  await Promise.all(clients);
  process.off('uncaughtException', note);

  expect(thrown).toEqual([]);
  expect(tally.failed).toBeGreaterThan(0);
  expect((await backendsAtOnce(sql, POOL)).size).toBe(POOL);
  await expectNothingLost(tally.acknowledged);
});

async function expectNothingLost(acknowledged: string[]): Promise<void> {
  const rows = await sql<{ id: string; step: number }[]>`select id, step from written`;
  const steps = new Map(rows.map((row) => [row.id, row.step]));
  expect(acknowledged.length).toBeGreaterThan(100);
  expect(acknowledged.filter((id) => steps.get(`${id}-one`) !== 1)).toEqual([]);
  expect(acknowledged.filter((id) => steps.get(`${id}-two`) !== 2)).toEqual([]);
  // A dead transaction's second half must not land on a connection that someone else now holds.
  expect(rows.filter((row) => row.id.endsWith('-two') && row.step !== 2)).toEqual([]);
}
