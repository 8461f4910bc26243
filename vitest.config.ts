import os from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': import.meta.dirname,
  // The real module throws outside the react-server condition, which tests do not have.
  'server-only': path.join(import.meta.dirname, 'db/testing/empty.ts'),
};
const exclude = ['node_modules/**', '.next/**', '.data*/**'];
const environment = { TZ: 'UTC' };

const requests = (name: string, include: string[], maxWorkers: number, groupOrder: number) => ({
  extends: true as const,
  test: {
    name,
    include,
    exclude,
    env: environment,
    pool: 'forks' as const,
    maxWorkers: Math.min(maxWorkers, os.availableParallelism()),
    sequence: { groupOrder },
    globalSetup: ['scripts/journeys/built.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

export default defineConfig({
  resolve: { alias },
  test: {
    // It imports `next/server` without an ending, which only bundlers find.
    server: { deps: { inline: ['next-auth'] } },
    reporters: process.env.VITEST_JSON ? ['default', 'json'] : ['default'],
    outputFile: process.env.VITEST_JSON ? { json: process.env.VITEST_JSON } : undefined,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
          exclude: [...exclude, '**/*.db.test.ts', '**/*.http.test.ts'],
          env: environment,
          // Left to itself it leaves one core free, which is half of two.
          maxWorkers: os.availableParallelism(),
          setupFiles: ['db/testing/unit-setup.ts'],
          // A guard against what never ends; a busy machine takes its time.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.db.test.ts'],
          exclude,
          env: environment,
          pool: 'forks',
          maxWorkers: Math.min(4, os.availableParallelism()),
          globalSetup: ['db/testing/global-setup.ts'],
          setupFiles: ['db/testing/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        // Requests to the built portal; each file starts its own, with a database of its own, since some
        // compare the whole database before and after. The two long ones run beside each other,
        ...requests('http', ['e2e/http/{requests,changes}.http.test.ts'], 2, 1),
      },
      {
        // and those that kill, freeze and start servers one after the other, with the machine to themselves.
        ...requests('http-alone', ['e2e/http/{crash,federation,start,trouble}.http.test.ts'], 1, 2),
      },
    ],
  },
});
