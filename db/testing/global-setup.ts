import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../scripts/embedded-pg/index.mjs';
import { dropDatabases, ensureTemplate } from './databases';

declare module 'vitest' {
  interface ProvidedContext {
    server: string;
    template: string;
    run: number;
  }
}

// Losing the test data in a power cut is no loss, and every commit is several times faster.
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

async function serverUrl(): Promise<string> {
  if (process.env.TEST_PG_URL) return process.env.TEST_PG_URL;
  const dir = path.resolve('.data', 'test-pg');
  // Left running: the next run, or one going on beside this one, joins it in 0.1 s.
  return (await startEmbedded({ dir, port: 54339, settings: careless })).url();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serverUrl();
  project.provide('server', server);
  project.provide('template', await ensureTemplate(server));
  project.provide('run', process.pid);
  await dropDatabases(server, 0);
  return () => dropDatabases(server, process.pid);
}
