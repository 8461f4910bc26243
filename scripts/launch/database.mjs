// The database the application runs on: the owner's own, or a private one with the demo in it.
import path from 'node:path';
import { startEmbedded } from '../embedded-pg/index.mjs';
import { run, typescript } from './children.mjs';
import { dataDir, demoSecrets, keepLogins } from './data-dir.mjs';
import { step } from './say.mjs';

const name = 'lianxin';
const seeding = `${name}_seeding`;
const prepare = (env, ...flags) =>
  // Seeding writes thousands of rows at once, which no request does.
  run([...typescript, 'scripts/prepare.ts', ...flags], { ...env, DATABASE_STATEMENT_MS: '60000' });

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
async function makeDemo(server, env) {
  await withAdmin(server, async (sql) => {
    await sql.unsafe(`drop database if exists ${seeding} with (force)`);
    await sql.unsafe(`create database ${seeding}`);
  });
  const output = await prepare({ ...env, DATABASE_URL: server.url(seeding) }, '--seed');
  keepLogins(JSON.parse(output.trim().split('\n').at(-1)).logins);
  await withAdmin(server, (sql) => sql.unsafe(`alter database ${seeding} rename to ${name}`));
}

const hasDemo = (server) =>
  withAdmin(server, async (sql) => {
    const rows = await sql`select 1 from pg_database where datname = ${name}`;
    return rows.length > 0;
  });

async function openEmbedded() {
  const dir = path.join(dataDir(), 'pg');
  const server = await step('数据库 PostgreSQL 18', () => startEmbedded({ dir }));
  const env = { ...demoSecrets(), ...process.env, LIANXIN_DEMO: '1' };
  env.DATABASE_URL = server.url(name);
  try {
    if (await hasDemo(server)) await step('更新数据表', () => prepare(env));
    else await step('建立演示数据', () => makeDemo(server, env));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { env, stop: server.stop };
}

/** `{env, stop}`: the environment of every process of the application, and how to end the database. */
export async function openDatabase() {
  if (!process.env.DATABASE_URL) return openEmbedded();
  const env = { ...process.env, LIANXIN_DEMO: process.env.LIANXIN_DEMO ?? '0' };
  await step('更新数据表', () => prepare(env));
  return { env, stop: async () => {} };
}
