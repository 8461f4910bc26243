import { execFileSync } from 'node:child_process';
import { defineConfig, devices } from '@playwright/test';
import { findBrowser } from './scripts/journeys/browser.mjs';

// Asked once; the workers, which read this file again, inherit the answer.
const ask =
  "require('net').createServer().listen(0,function(){console.log(this.address().port);this.close()})";
process.env.E2E_PORT ??= execFileSync(process.execPath, ['-e', ask]).toString().trim();
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

const quiet = ['--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
const executable = findBrowser()?.executable;
const json = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : [];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/journeys',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // A busy machine may miss a beat once; a second time it is a fault.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...json],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    trace: process.env.CI ? 'on-first-retry' : 'retain-on-failure',
    launchOptions: {
      ...(executable && { executablePath: executable }),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet, ...offline],
    },
  },
  projects: [
    {
      name: 'phone',
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      grepInvert: /@desktop/,
    },
    {
      name: 'desktop',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } },
      grep: /@desktop|@both/,
    },
  ],
  webServer: {
    command: 'node scripts/journeys/server.mjs',
    url: `${baseURL}/api/health`,
    timeout: 300_000,
    reuseExistingServer: Boolean(process.env.E2E_REUSE),
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
});
