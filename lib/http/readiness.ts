import 'server-only';
import { appSql } from '@/db/client';
import journal from '@/db/migrations/meta/_journal.json';
import { assertKeys, WrongKeys } from '../crypto/key-check';
import { pgFailure } from '../errors';

export interface Readiness {
  ready: boolean;
  database: 'ok' | 'slow_or_down' | 'read_only' | 'migration_missing' | 'keys_wrong';
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

/** Whether the data was stored with the keys of this process; null when the database did not say. */
const keysFit = (): Promise<boolean | null> =>
  assertKeys().then(
    () => true,
    (error) => (error instanceof WrongKeys ? false : null),
  );

/**
 * Whether this process may be sent requests: the database answers within half a second, takes writes and
 * holds at least the tables of this build, stored with the keys of this process. A newer build's tables are
 * fine: old and new run side by side in an update.
 */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  // The driver queues while the server is down, so waiting has to be bounded here.
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const found = await Promise.race([look(), late]);
  const migration = found && found !== 'read_only' ? found.version : null;
  const isCurrent = Number(migration ?? 0) >= wanted;
  const fits = isCurrent ? await Promise.race([keysFit(), late]) : null;
  clearTimeout(timer);
  if (found === 'read_only') return { ready: false, database: 'read_only', migration };
  if (!found) return { ready: false, database: 'slow_or_down', migration };
  if (!isCurrent) return { ready: false, database: 'migration_missing', migration };
  if (fits === null) return { ready: false, database: 'slow_or_down', migration };
  return { ready: fits, database: fits ? 'ok' : 'keys_wrong', migration };
}
