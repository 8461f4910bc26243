// Imported before the cases of a file, so that their servers are up before they ask anything.
import { afterAll, beforeAll } from 'vitest';
import { startServer } from './server';

let stop: (() => Promise<void>) | undefined;

beforeAll(async () => {
  // E2E_REUSE joins a running one.
  if (!process.env.E2E_REUSE || !process.env.E2E_PORT) stop = await startServer();
}, 300_000);

afterAll(() => stop?.(), 60_000);
