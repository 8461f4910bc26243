import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAlive } from '../embedded-pg/process.mjs';
import { root } from '../launch/install.mjs';

let dir;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-ending-'));
  fs.writeFileSync(
    path.join(dir, 'vitest.config.mjs'),
    `export default { test: { projects: [{ test: {
      name: 'unit', globals: true, include: ['*.test.mjs'], testTimeout: 0 } }] } };`,
  );
  // A test that never ends and has started something in a group of its own, as a browser is.
  fs.writeFileSync(
    path.join(dir, 'endless.test.mjs'),
    `import { spawn } from 'node:child_process';
    import fs from 'node:fs';
    test('never ends', () => {
      const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
      fs.writeFileSync(${JSON.stringify(path.join(dir, 'pids.new'))}, process.pid + ' ' + child.pid);
      fs.renameSync(${JSON.stringify(path.join(dir, 'pids.new'))}, ${JSON.stringify(path.join(dir, 'pids'))});
      return new Promise(() => {});
    });`,
  );
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'])(
  '%s to npm test ends the tool, its workers and what they started (R10)',
  async (signal) => {
    const args = ['test', '--', 'unit', '--root', dir, '--config', `${dir}/vitest.config.mjs`];
    const npm = spawn('npm', args, { stdio: 'ignore', detached: true });
    const ended = new Promise((done) => npm.once('exit', done));
    const noted = path.join(dir, 'pids');
    const patient = { timeout: 100_000, interval: 250 };
    await vi.waitFor(() => expect(fs.existsSync(noted)).toBe(true), patient);
    // Ctrl-C is told to everybody in the foreground, the others to npm alone.
    process.kill(signal === 'SIGINT' ? -npm.pid : npm.pid, signal);
    await ended;
    const pids = fs.readFileSync(noted, 'utf8').split(' ').map(Number);
    await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), patient);
  },
  240_000,
);

// What stands for the portal: it listens, and has started something in a group of its own.
const aServer = `import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true });
http.createServer((_, answer) => answer.end('ok')).listen(0, '127.0.0.1', function () {
  fs.writeFileSync('server', process.pid + ' ' + child.pid);
  console.log('listening on port ' + this.address().port);
});`;

const aConfig = `import { findBrowser } from '${root}/scripts/journeys/browser.mjs';
export default { testDir: '.', testMatch: 'endless.spec.mjs', outputDir: 'out', timeout: 0, workers: 1, retries: 0,
  use: { launchOptions: { executablePath: findBrowser()?.executable, args: ['--no-sandbox'] } },
  webServer: { command: 'node server.mjs', wait: { stdout: /listening on port/ },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 } } };`;

// Its browser is found by the processes below the worker: Playwright hands out no number of it.
const aStory = `import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from '${root}/node_modules/@playwright/test/index.mjs';
test('never ends', async ({ page }) => {
  await page.goto('data:text/html,<h1>here</h1>');
  const lines = spawnSync('ps', ['-eo', 'pid=,ppid=']).stdout.toString().trim().split('\\n');
  const all = lines.map((line) => line.trim().split(/\\s+/).map(Number));
  const found = [process.pid];
  for (const one of found) found.push(...all.filter(([, up]) => up === one).map(([pid]) => pid));
  const noted = path.join(import.meta.dirname, 'pids');
  fs.writeFileSync(noted + '.new', found.join(' '));
  fs.renameSync(noted + '.new', noted);
  await new Promise(() => {});
});`;

test('SIGTERM to npm test ends Playwright, its browser, the server it started and the database (R10)', async () => {
  // The database runs as a user of its own, who must be let through.
  fs.chmodSync(dir, 0o755);
  const files = {
    'server.mjs': aServer,
    'playwright.config.mjs': aConfig,
    'endless.spec.mjs': aStory,
  };
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(dir, name), text);
  const { TEST_PG_URL: _, ...env } = process.env;
  const npm = spawn('npm', ['test', '--', 'journeys', '--config', `${dir}/playwright.config.mjs`], {
    ...{ stdio: 'ignore', detached: true },
    env: { ...env, TEST_PG_DIR: path.join(dir, 'pg') },
  });
  const ended = new Promise((done) => npm.once('exit', done));
  const patient = { timeout: 150_000, interval: 250 };
  await vi.waitFor(() => expect(fs.existsSync(path.join(dir, 'pids'))).toBe(true), patient);
  const read = (name) => fs.readFileSync(path.join(dir, name), 'utf8').split(/\s/).map(Number);
  const database = fs
    .readdirSync(path.join(dir, 'pg'), { recursive: true })
    .filter((file) => file.endsWith('postmaster.pid'))
    .map((file) => read(path.join('pg', file))[0]);
  const pids = [...read('pids'), ...read('server'), ...database];
  const alive = pids.filter(isAlive);
  npm.kill('SIGTERM');
  // The worker, the browser with its parts, the server and what it started, the database.
  expect(alive.length).toBeGreaterThan(5);
  expect(alive).toContain(database[0]);
  await ended;
  await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), patient);
}, 320_000);
