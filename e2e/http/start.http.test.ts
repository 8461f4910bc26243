import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startEmbedded } from '../../scripts/embedded-pg/index.mjs';
import { ask } from './ask';
import { freePort } from './server';

// `npm start` as it is typed, on a folder whose database is there and empty: nothing needs to be seeded.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-start-'));
const patient = { timeout: 150_000, interval: 500 };
let npm: ChildProcess;
let port: number;
let said = '';

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly what: string;
}

function processes(): Running[] {
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).stdout.toString().split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+([^Z\s]\S*)\s+(.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, pid, parent, , what = '']) => ({ pid: Number(pid), parent: Number(parent), what }));
}

const known = new Set<number>();

/** All that this start has running, whatever group it is in and whether or not its parent lives. */
function running(): Running[] {
  const all = processes();
  const found = all.filter(({ pid }) => pid === npm.pid || known.has(pid));
  for (const one of found) {
    known.add(one.pid);
    found.push(...all.filter(({ parent, pid }) => parent === one.pid && !known.has(pid)));
  }
  return found;
}
const oneOf = (part: string) => running().find(({ what }) => what.includes(part));

const answers = async () => {
  const ready = await ask('/api/ready', { port });
  const page = await ask('/services', { port });
  expect([ready.status, page.status]).toEqual([200, 200]);
};

async function killed(part: string) {
  const victim = oneOf(part);
  expect(victim, `${part} runs`).toBeDefined();
  process.kill(victim?.pid ?? 0, 'SIGKILL');
  await vi.waitFor(() => {
    const next = oneOf(part);
    expect(next?.pid).toBeDefined();
    expect(next?.pid).not.toBe(victim?.pid);
  }, patient);
  await vi.waitFor(answers, patient);
}

beforeAll(async () => {
  fs.chmodSync(dir, 0o755);
  const [own, database] = [await freePort(), await freePort()];
  port = own;
  const server = await startEmbedded({ dir: path.join(dir, 'pg'), port: database });
  const sql = postgres(server.url(), { max: 1, onnotice: () => undefined });
  await sql`create database lianxin`;
  await sql.end();
  await server.stop();
  const { DATABASE_URL: _, ...env } = process.env;
  const more = { PORT: String(port), DATA_DIR: dir, WEB_PROCESSES: '1', LOG_LEVEL: 'silent' };
  npm = spawn('npm', ['start'], { env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const out of [npm.stdout, npm.stderr]) {
    out?.on('data', (data: Buffer) => {
      said += data;
    });
  }
  await vi.waitFor(answers, patient);
  await vi.waitFor(() => expect(said).toContain('连心桥已启动'), patient);
}, 200_000);

afterAll(() => {
  for (const { pid } of running()) process.kill(pid, 'SIGKILL');
  fs.rmSync(dir, { recursive: true, force: true });
});

test('a database that ended is started again at its address, and said so (R05)', async () => {
  await killed(`-D ${path.join(dir, 'pg')}`);
  expect(said).toContain('数据库意外退出');
  expect(said).toContain('数据库已恢复');
}, 200_000);

test('the site and the worker that ended are started again, and said so (R05)', async () => {
  await killed('scripts/serve.mjs');
  await killed('scripts/worker.mjs');
  expect(said).toContain('网站意外退出');
  expect(said).toContain('任务进程意外退出');
}, 300_000);

test('SIGTERM to npm start ends the site, the worker and the database too (R09)', async () => {
  const all = running().map(({ pid }) => pid);
  npm.kill('SIGTERM');
  await vi.waitFor(
    () => expect(processes().filter(({ pid }) => all.includes(pid))).toEqual([]),
    patient,
  );
}, 200_000);
