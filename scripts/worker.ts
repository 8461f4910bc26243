// The process that does what requests leave for later: messages, deadlines, nightly checks.
import { Logger, parseCrontab, run } from 'graphile-worker';
import { closeDatabase, databaseUrl } from '@/db/client';
import { crontab, jobs } from '@/features/lifecycle/jobs';
import { assertKeys } from '@/lib/crypto/key-check';
import { env } from '@/lib/env';
import { assertPortal, readPortal } from '@/lib/portal/portal';

try {
  env();
  await assertKeys();
  await assertPortal();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await readPortal();
// Payloads name people: the library's own messages, which print them, stop at warnings.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(JSON.stringify({ level, message }));
});

const runner = await run({
  connectionString: databaseUrl(),
  taskList: jobs,
  parsedCronItems: parseCrontab(crontab),
  concurrency: 4,
  pollInterval: 1000,
  noHandleSignals: true,
  logger,
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await closeDatabase();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
process.send?.('ready');
await runner.promise;
