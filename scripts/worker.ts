// The process that does what requests leave for later: messages, deadlines, nightly checks.
import fs from 'node:fs';
import { Logger, parseCrontab, run, type TaskList } from 'graphile-worker';
import { closeDatabase, databaseUrl } from '@/db/client';
import { env } from '@/lib/env';

interface Jobs {
  jobs: TaskList;
  /** graphile-worker's crontab; times are UTC. */
  crontab?: string;
}

const file = new URL('../features/lifecycle/jobs.ts', import.meta.url);
const { jobs, crontab = '' } = fs.existsSync(file)
  ? ((await import(file.href)) as Jobs)
  : { jobs: {} as TaskList };

env();
// Payloads name people: the library's own messages, which print them, stop at warnings.
const logger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(JSON.stringify({ level, message }));
});

const runner = await run({
  connectionString: databaseUrl(),
  taskList: Object.keys(jobs).length > 0 ? jobs : { none: () => undefined },
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
