import 'server-only';
import { assertSession } from '@/db/client';
import { env } from './env';
import { log } from './log';

const served = globalThis as typeof globalThis & { lianxinServed?: boolean };

/**
 * Ends the process when it must not serve: settings missing, or a database session under which the
 * locks would not hold. A database that is merely away is the readiness check's business.
 */
export async function checkProcess(): Promise<void> {
  try {
    env();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
  // Our own server drains first (scripts/server/web-worker.mjs); any other would only log and go on.
  if (!served.lianxinServed) {
    process.on('uncaughtException', (error) => {
      log().error('uncaught exception', {}, error);
      process.exit(1);
    });
  }
  await assertSession().catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('unsafe')) throw error;
    log().warn('database away at start', {}, error);
  });
}
