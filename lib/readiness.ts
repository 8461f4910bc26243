import 'server-only';
import { appSql } from '@/db/client';

export interface Readiness {
  ready: boolean;
  database: 'ok' | 'slow_or_down';
  /** The newest migration applied, as its time stamp; null when the database did not answer. */
  migration: string | null;
}

const PATIENCE_MS = 500;

/** Whether this process may be sent requests: the database answers within half a second, migrated. */
export async function readiness(): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), PATIENCE_MS);
  });
  const asked = appSql()<{ version: string | null }[]>`
    select max(created_at)::text as version from drizzle.__drizzle_migrations`;
  const rows = await Promise.race([asked.catch(() => null), late]);
  clearTimeout(timer);
  const migration = rows?.[0]?.version ?? null;
  return { ready: migration !== null, database: rows ? 'ok' : 'slow_or_down', migration };
}
