import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import { runMigrations } from 'graphile-worker';
import type { Sql } from 'postgres';
import { checkKeys } from '@/lib/crypto/key-check';
import { APP_ROLE, databaseUrl, ownerSql } from './client';
import { systemKeyOf } from './credentials.mjs';
import { makeLogin, makeRole } from './login';
import { noteOf } from './prepared.mjs';

const LOCK = 77_110_001;
const folder = path.join(process.cwd(), 'db', 'migrations');

// Granted before the tables exist, so that a migration can take a right back (the audit log does).
const makeGround = `
  create extension if not exists btree_gist;
  create extension if not exists pg_trgm;
  grant usage on schema public to ${APP_ROLE};
  alter default privileges in schema public grant select, insert, update, delete on tables to ${APP_ROLE};
  alter default privileges in schema public grant usage, select on sequences to ${APP_ROLE}`;

// graphile_worker.add_job() belongs to the owner: the application adds jobs through this door only.
const makeJobDoor = `
  create or replace function public.add_job(
    identifier text, payload json, run_at timestamptz default null,
    job_key text default null, max_attempts int default 12
  ) returns void language sql security definer set search_path = pg_catalog as $$
    select graphile_worker.add_job(
      identifier, payload, run_at => run_at, job_key => job_key, max_attempts => max_attempts)
  $$;
  revoke all on function public.add_job from public;
  grant execute on function public.add_job to ${APP_ROLE};
  grant usage on schema drizzle to ${APP_ROLE};
  grant select on drizzle.__drizzle_migrations to ${APP_ROLE}`;

/** Only whoever holds the key behind this digest may act as the system; written again when it changes. */
async function keepSystemKey(sql: Sql): Promise<void> {
  const digest = createHash('sha256').update(systemKeyOf(process.env)).digest('hex');
  await sql`insert into lianxin_private.system_key (digest) values (${digest})
    on conflict (one) do update set digest = excluded.digest`;
}

/** For the one look of the next start; sources that run as they are written leave no note. */
async function keepNote(sql: Sql): Promise<void> {
  const note = noteOf(process.env.LIANXIN_PREPARED);
  await sql.unsafe(`comment on schema drizzle is ${note ? `'${note}'` : 'null'}`);
}

async function run(sql: Sql): Promise<void> {
  await sql`set lock_timeout = '10s'`;
  await makeRole(sql);
  await sql.unsafe(makeGround).simple();
  await applyMigrations(drizzle(sql), { migrationsFolder: folder });
  await sql`select guard_text_columns()`;
  await runMigrations({ connectionString: databaseUrl() });
  await sql.unsafe(makeJobDoor).simple();
  // Before anything is rewritten: with wrong keys nothing may change.
  await checkKeys(sql);
  await keepSystemKey(sql);
  await makeLogin(sql);
  await keepNote(sql);
}

/**
 * Brings the database of DATABASE_URL to this version. Safe to run from several processes at once:
 * the first one works, the others wait and find nothing to do.
 */
export async function migrate(): Promise<void> {
  if (!fs.existsSync(path.join(folder, 'meta', '_journal.json'))) {
    throw new Error('db/migrations is empty: run `npm run db:generate`');
  }
  const sql = ownerSql();
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await run(sql);
  } finally {
    await sql.end();
  }
}
