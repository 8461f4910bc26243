import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import postgres, { type Sql } from 'postgres';
import { loginOf } from '../credentials.mjs';
import { testSecrets } from './secrets';

const root = process.cwd();
const LOCK = 77_110_002;

export const urlOf = (server: string, database: string): string =>
  Object.assign(new URL(server), { pathname: `/${database}` }).href;

export const connect = (url: string): Sql => postgres(url, { max: 1, onnotice: () => undefined });

function files(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Named after what made it, so that a changed migration makes a new template and old runs go on. */
export function templateName(): string {
  const hash = createHash('sha256');
  for (const file of [
    ...files('db/migrations'),
    'db/migrate.ts',
    'db/login.ts',
    'db/credentials.mjs',
    'db/prepared.mjs',
  ]) {
    hash.update(file).update(fs.readFileSync(path.join(root, file)));
  }
  return `lx_template_${hash.digest('hex').slice(0, 12)}`;
}

function migrate(url: string): void {
  const flags = ['--conditions=react-server', '--import', 'tsx', 'db/testing/migrate.ts'];
  const env = { ...process.env, ...testSecrets, DATABASE_URL: url, NODE_OPTIONS: '' };
  const done = spawnSync(process.execPath, flags, { cwd: root, env, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`migrating the test template failed:\n${done.stderr}`);
}

const exists = async (sql: Sql, name: string): Promise<boolean> =>
  (await sql`select 1 from pg_database where datname = ${name}`).length > 0;

/** Migrates one empty database; every test database is a copy of it. Several runs may ask at once. */
export async function ensureTemplate(server: string): Promise<string> {
  const name = templateName();
  const sql = connect(server);
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    if (await exists(sql, name)) return name;
    const building = `${name}_building`;
    await sql.unsafe(`drop database if exists ${building} with (force)`);
    await sql.unsafe(`create database ${building}`);
    migrate(urlOf(server, building));
    await sql.unsafe(`alter database ${building} rename to ${name}`);
    return name;
  } finally {
    await sql.end();
  }
}

/** A fresh copy of the template under `name`, whatever stood there before. */
export async function cloneTemplate(
  server: string,
  template: string,
  name: string,
): Promise<string> {
  const sql = connect(server);
  try {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.unsafe(`create database ${name} template ${template}`);
    return urlOf(server, name);
  } finally {
    await sql.end();
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Logins of runs whose database is gone. */
async function dropLogins(sql: Sql): Promise<void> {
  const rows = await sql<{ name: string }[]>`
    select rolname as name from pg_roles
    where shobj_description(oid, 'pg_authid') like 'lianxin: lx\\_run\\_%'
      and substr(shobj_description(oid, 'pg_authid'), 10) not in (select datname from pg_database)`;
  // The one of the tests' own secrets serves every run on this server.
  const shared = loginOf(testSecrets).name;
  for (const { name } of rows) if (name !== shared) await sql.unsafe(`drop role if exists ${name}`);
}

/** Drops the databases of run `pid` and of every run that was killed before it could tidy up. */
export async function dropDatabases(server: string, pid: number): Promise<void> {
  const sql = connect(server);
  try {
    const rows = await sql<{ name: string }[]>`
      select datname as name from pg_database where datname like 'lx\\_run\\_%'`;
    for (const { name } of rows) {
      const owner = Number(name.split('_')[2]);
      if (owner !== pid && !isGone(owner)) continue;
      await sql.unsafe(`drop database if exists ${name} with (force)`);
    }
    await dropLogins(sql);
  } finally {
    await sql.end();
  }
}
