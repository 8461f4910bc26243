import path from 'node:path';
import { startEmbedded } from './index.mjs';

// Losing the test data in a power cut is no loss, and every commit is several times faster.
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const nothing = async () => {};

/**
 * The server that tests use: TEST_PG_URL, or a private one in TEST_PG_DIR, else in .data/test-pg. It is
 * left running for the next run or one beside this one; `stop()` ends it when this process started it.
 */
export async function testServer() {
  if (process.env.TEST_PG_URL) return { url: process.env.TEST_PG_URL, stop: nothing };
  const usual = path.resolve(import.meta.dirname, '..', '..', '.data', 'test-pg');
  const dir = process.env.TEST_PG_DIR ?? usual;
  const server = await startEmbedded({ dir, port: 54339, settings });
  return { url: server.url(), stop: server.reused ? nothing : server.stop };
}
