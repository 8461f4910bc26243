import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type EmbeddedServer, startEmbedded } from '../scripts/embedded-pg/index.mjs';
import { freePort } from '../scripts/embedded-pg/process.mjs';
import { driverOptions } from './client';
import { freezeServer, thawServer } from './testing/kill-server';

const POOL = 4;
const dir = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-frozen-')), 'pg');
let server: EmbeddedServer;
let sql: Sql;

beforeAll(async () => {
  fs.chmodSync(path.dirname(dir), 0o755);
  server = await startEmbedded({ dir, port: await freePort() });
  const limits = { connect_timeout: 2, answer_timeout: 2, queue_timeout: 2 };
  sql = postgres(server.url(), { ...driverOptions, ...limits, max: POOL });
});

afterAll(async () => {
  thawServer(server.pid);
  await sql?.end({ timeout: 1 });
  await server?.stop();
  fs.rmSync(path.dirname(dir), { recursive: true, force: true });
});

const ask = () => sql`select pg_backend_pid() as pid`;
const askTwice = () => sql.begin(async (tx) => [await tx`select 1`, await tx`select 2`]);

/** How each of these ended; the test runs out of time when one never does. */
async function endings(calls: Promise<unknown>[]): Promise<Set<unknown>> {
  const ended = await Promise.allSettled(calls);
  return new Set(ended.map((r) => (r.status === 'rejected' ? r.reason.code : 'answered')));
}

test('a server that stops answering is given up, and served from again when it goes on (R02)', async () => {
  let hold = () => {};
  const frozen = new Promise<void>((done) => {
    hold = done;
  });
  let inside = () => {};
  const begun = new Promise<void>((done) => {
    inside = done;
  });
  // One is between two statements when it happens.
  const caught = sql.begin(async (tx) => {
    await tx`select 1`;
    inside();
    await frozen;
    await tx`select 2`;
  });
  await begun;
  await endings([ask(), ask(), ask()]);
  freezeServer(server.pid);
  hold();
  const first = await endings([caught, ask(), ask(), askTwice(), askTwice(), askTwice(), ask()]);
  const later = await endings([ask(), askTwice(), ask(), ask(), askTwice(), ask()]);
  expect([...first, ...later]).not.toContain('answered');
  expect([...first, ...later]).not.toContain(undefined);

  thawServer(server.pid);
  await vi.waitFor(async () => {
    const answered = await endings(Array.from({ length: 20 }, askTwice));
    expect(answered).toEqual(new Set(['answered']));
  }, 20_000);
});
