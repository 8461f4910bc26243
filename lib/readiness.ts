import 'server-only';
import { appSql } from '@/db/client';
import journal from '@/db/migrations/meta/_journal.json';

export interface Readiness {
  ready: boolean;
  database: 'ok' | 'slow_or_down' | 'migration_missing';
  /** The newest migration applied, as its time stamp; null when the database did not answer. */
  migration: string | null;
}

const PATIENCE_MS = 500;
/** What this build was written for; the runner stores it with each migration it has applied. */
const wanted = Math.max(...journal.entries.map((entry) => entry.when));

/**
 * Whether this process may be sent requests: the database answers within half a second and holds at
 * least the tables of this build. A newer one is fine: old and new run side by side in an update.
 */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  // The driver queues while the server is down, so waiting has to be bounded here.
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const asked = appSql()<{ version: string | null }[]>`
    select max(created_at)::text as version from drizzle.__drizzle_migrations`;
  const rows = await Promise.race([asked.catch(() => null), late]);
  clearTimeout(timer);
  if (!rows) return { ready: false, database: 'slow_or_down', migration: null };
  const migration = rows[0]?.version ?? null;
  const ready = Number(migration ?? 0) >= wanted;
  return { ready, database: ready ? 'ok' : 'migration_missing', migration };
}
