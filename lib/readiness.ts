import 'server-only';
import { appSql } from '@/db/client';
import journal from '@/db/migrations/meta/_journal.json';
import { pgFailure } from './errors';

export interface Readiness {
  ready: boolean;
  database: 'ok' | 'slow_or_down' | 'read_only' | 'migration_missing';
  /** The newest migration applied, as its time stamp; null when the database did not answer. */
  migration: string | null;
}

const PATIENCE_MS = 500;
/** What this build was written for; the runner stores it with each migration it has applied. */
const wanted = Math.max(...journal.entries.map((entry) => entry.when));

/** The newest migration; or `read_only`, where no row may be locked and so none written. */
async function look(): Promise<{ version: string | null } | 'read_only' | null> {
  const sql = appSql();
  const [newest, lock] = await Promise.allSettled([
    sql<{ version: string | null }[]>`
      select max(created_at)::text as version from drizzle.__drizzle_migrations`,
    sql`select 1 from settings where false for update`,
  ]);
  if (lock.status === 'rejected')
    return pgFailure(lock.reason)?.code === '25006' ? 'read_only' : null;
  return newest.status === 'fulfilled' ? (newest.value[0] ?? null) : null;
}

/**
 * Whether this process may be sent requests: the database answers within half a second, takes writes and
 * holds at least the tables of this build. A newer one is fine: old and new run side by side in an update.
 */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  // The driver queues while the server is down, so waiting has to be bounded here.
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const found = await Promise.race([look(), late]);
  clearTimeout(timer);
  if (found === 'read_only') return { ready: false, database: 'read_only', migration: null };
  if (!found) return { ready: false, database: 'slow_or_down', migration: null };
  const migration = found.version;
  const ready = Number(migration ?? 0) >= wanted;
  return { ready, database: ready ? 'ok' : 'migration_missing', migration };
}
