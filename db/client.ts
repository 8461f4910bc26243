import 'server-only';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres, { type Options, type Sql } from 'postgres';
import { tuning } from '@/lib/env';
import { patience, statementMs } from '@/lib/patience';
import { loginUrlOf } from './credentials.mjs';
import { preparing } from './preparing';
import * as schema from './schema';

export type Database = PostgresJsDatabase<typeof schema>;

/** The role every request runs as. It owns nothing, so row-level security always binds it. */
export const APP_ROLE = 'lianxin_app';

interface Pool {
  sql: Sql;
  db: Database;
}

// Kept on the global object: the dev server reloads modules, and each reload would leak a pool.
const shared = globalThis as typeof globalThis & { lianxinPool?: Pool };

export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start with `npm start` or `npm run dev`');
  return url;
}

/** Where the portal's own connections go: a login that owns nothing, never the owner's. */
export const loginUrl = (): string => loginUrlOf({ ...process.env, DATABASE_URL: databaseUrl() });

/** How every connection of ours behaves when the server is away. */
export const driverOptions = {
  connect_timeout: 2.5,
  // The driver's own pause grows to 20 s, and a request would wait for all of it.
  backoff: () => 0.05 + Math.random() * 0.2,
  onnotice: () => undefined,
};

// Options of our patch, in seconds. A statement's own limit comes first; beyond it the server has stopped.
const waits = () => ({
  answer_timeout: statementMs() / 1000 + 0.25,
  queue_timeout: () => patience() / 1000,
});

function open(): Pool {
  const sql = postgres(loginUrl(), {
    ...driverOptions,
    max: tuning().DATABASE_POOL,
    idle_timeout: 300,
    ...waits(),
    connection: {
      application_name: 'lianxin',
      role: APP_ROLE,
      // Locks are only right under READ COMMITTED, whatever the server's own default says.
      default_transaction_isolation: 'read committed',
      statement_timeout: statementMs(),
      lock_timeout: 3000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
  return { sql, db: drizzle(preparing(sql), { schema }) };
}

function pool(): Pool {
  shared.lianxinPool ??= open();
  return shared.lianxinPool;
}

/** The process's one pool, opened at first use: a build needs no database. */
export const database = (): Database => pool().db;

/** The same pool without Drizzle, for single statements on the hot path. */
export const appSql = (): Sql => pool().sql;

/**
 * A connection as the owner, without the application's timeouts: migrations, commands, the worker.
 * The caller ends it.
 */
export const ownerSql = (options: Options<Record<string, never>> = {}): Sql =>
  postgres(databaseUrl(), { ...driverOptions, max: 1, ...options });

/** Refuses to serve when a proxy or a server setting undid what correctness rests on. */
export async function assertSession(): Promise<void> {
  const [row] = await appSql()<
    { isolation: string; role: string; login: string; mighty: boolean }[]
  >`
    select current_setting('transaction_isolation') as isolation, current_user as role,
      r.rolname as login, r.rolsuper or r.rolbypassrls or r.rolcreaterole
        or exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace
          and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'MEMBER')) as mighty
    from pg_roles r where r.rolname = session_user`;
  if (row?.isolation !== 'read committed' || row.role !== APP_ROLE) {
    throw new Error(`unsafe database session: ${row?.isolation} as ${row?.role}`);
  }
  if (row.mighty) {
    throw new Error(
      `unsafe database session: 门户连接用的账号 ${row.login} 能改数据表或绕过行级权限。` +
        '请把 DATABASE_APP_URL 换成只属于 lianxin_app 的登录账号（见 docs/operations.md），再启动。',
    );
  }
}

export async function closeDatabase(): Promise<void> {
  const open = shared.lianxinPool;
  shared.lianxinPool = undefined;
  await open?.sql.end({ timeout: 5 });
}
