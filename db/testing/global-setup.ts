import type { TestProject } from 'vitest/node';
import { testServer } from '../../scripts/embedded-pg/for-tests.mjs';
import { dropDatabases, ensureTemplate } from './databases';

declare module 'vitest' {
  interface ProvidedContext {
    server: string;
    template: string;
    run: number;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url: server } = await testServer();
  project.provide('server', server);
  project.provide('template', await ensureTemplate(server));
  project.provide('run', process.pid);
  await dropDatabases(server, 0);
  return () => dropDatabases(server, process.pid);
}
