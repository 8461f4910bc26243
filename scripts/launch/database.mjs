// The database the application runs on: the owner's own, or a private one with the demo in it.
import path from 'node:path';
import { startEmbedded } from '../embedded-pg/index.mjs';
import { wait } from '../embedded-pg/process.mjs';
import { makeBackoff } from './backoff.mjs';
import { dataDir, demoSecrets, demoSuffix, keepLogins } from './data-dir.mjs';
import { isThere } from './ending.mjs';
import { needsNothing, prepare } from './prepare.mjs';
import { say, step } from './say.mjs';

const LOOK_MS = 500;
const name = `lianxin${demoSuffix()}`;
const seeding = `${name}_seeding`;

async function bringUpToDate(as, env) {
  if (!(await needsNothing(as, env))) await step('更新数据表', () => prepare(as, env));
}

async function withAdmin(server, work) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(server.url(), { max: 1, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

// Seeded under another name and renamed when complete: a killed first start leaves no half demo.
async function makeDemo(as, server, env) {
  await withAdmin(server, async (sql) => {
    await sql.unsafe(`drop database if exists ${seeding} with (force)`);
    await sql.unsafe(`create database ${seeding}`);
  });
  const output = await prepare(as, { ...env, DATABASE_URL: server.url(seeding) }, '--seed');
  keepLogins(JSON.parse(output.trim().split('\n').at(-1)).logins);
  await withAdmin(server, (sql) => sql.unsafe(`alter database ${seeding} rename to ${name}`));
}

const hasDemo = (server) =>
  withAdmin(server, async (sql) => {
    const rows = await sql`select 1 from pg_database where datname = ${name}`;
    return rows.length > 0;
  });

/** Starts the server again, at its own port, whenever it has ended; returns how to end it for good. */
function keepServer(server, dir) {
  const backoff = makeBackoff();
  let current = server;
  let began = Date.now();
  let stopping = false;

  async function restart() {
    const pause = backoff(Date.now() - began);
    say(`数据库意外退出，${pause / 1000} 秒后重新启动。(database ended, restarting)`);
    await wait(pause);
    if (stopping) return;
    began = Date.now();
    const next = await startEmbedded({ dir, port: server.port });
    // Every process knows the address: another port is of no use.
    if (next.port !== server.port) return next.stop();
    current = next;
    say('数据库已恢复。(up again)');
  }
  const watching = (async () => {
    for (; !stopping; await wait(LOOK_MS)) {
      if (!isThere(current.pid)) await restart().catch((error) => say(error.message));
    }
  })();
  return async () => {
    stopping = true;
    await watching;
    await current.stop();
  };
}

async function openEmbedded(as) {
  const dir = path.join(dataDir(), 'pg');
  const server = await step('数据库 PostgreSQL 18', () => startEmbedded({ dir }));
  const env = { ...demoSecrets(), ...process.env, LIANXIN_DEMO: '1' };
  env.DATABASE_URL = server.url(name);
  try {
    if (await hasDemo(server)) await bringUpToDate(as, env);
    else await step('建立演示数据', () => makeDemo(as, server, env));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { env, stop: keepServer(server, dir) };
}

/**
 * `{env, stop}`: the environment of every process of the application, and how to end the database.
 * @param as how a source of ours is run: as it is written, or from its bundle
 */
export async function openDatabase(as) {
  if (!process.env.DATABASE_URL) return openEmbedded(as);
  const env = { ...process.env, LIANXIN_DEMO: process.env.LIANXIN_DEMO ?? '0' };
  await bringUpToDate(as, env);
  return { env, stop: async () => {} };
}
