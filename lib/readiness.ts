import 'server-only';
import { appSql } from '@/db/client';
import journal from '@/db/migrations/meta/_journal.json';

const PATIENCE_MS = 500;
/** What this build was written for; drizzle stores it with each migration it has run. */
const wanted = Math.max(...journal.entries.map((entry) => entry.when));

export type Readiness = 'ready' | 'database_away' | 'migration_missing';

async function askDatabase(): Promise<Readiness> {
  const [row] = await appSql()<{ latest: string }[]>`
    select max(created_at)::text as latest from drizzle.__drizzle_migrations`;
  return Number(row?.latest ?? 0) >= wanted ? 'ready' : 'migration_missing';
}

/**
 * Whether this process can serve: its database answers within half a second and holds at least the
 * tables this build was written for. A newer one is fine: old and new run side by side in an update.
 */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve('database_away'), PATIENCE_MS);
  });
  // The driver queues while the server is down, so waiting has to be bounded here.
  const answer = askDatabase().catch((): Readiness => 'database_away');
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
