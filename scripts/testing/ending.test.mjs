import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isAlive } from '../embedded-pg/process.mjs';

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
