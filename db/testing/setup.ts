import { afterAll, inject } from 'vitest';
import { cloneTemplate } from './databases';
import { testSecrets } from './secrets';

// Runs before each test file is loaded, so the modules under test read these when they start.
const name = `lx_run_${inject('run')}_${process.env.VITEST_POOL_ID ?? '1'}`;
Object.assign(process.env, testSecrets);
// A machine that is busy with other tests is no reason to be told 系统繁忙.
process.env.DATABASE_STATEMENT_MS = '20000';
process.env.DATABASE_URL = await cloneTemplate(inject('server'), inject('template'), name);

afterAll(async () => {
  const { closeDatabase } = await import('../client');
  const { closeOwner } = await import('./index');
  await Promise.all([closeDatabase(), closeOwner()]);
});
