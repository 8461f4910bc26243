import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findServer, freePort, isAlive } from '../embedded-pg/process.mjs';
import { sourceHash } from './build.mjs';
import { isInstalled, isPatched, root } from './install.mjs';

let dir;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-launch-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

const put = (name, value) => {
  fs.mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
  fs.writeFileSync(path.join(dir, name), typeof value === 'string' ? value : JSON.stringify(value));
  return path.join(dir, name);
};

test('modules are fresh when every package has the lockfile version', () => {
  const lock = put('package-lock.json', {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/mac-only': { version: '2.0.0', optional: true },
    },
  });
  const modules = path.join(dir, 'node_modules');
  expect(isInstalled(lock, modules)).toBe(false);
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
  expect(isInstalled(lock, modules)).toBe(true);
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
  expect(isInstalled(lock, modules)).toBe(false);
});

test('the driver in use is guarded, and an unguarded copy is noticed', () => {
  expect(isPatched()).toBe(true);
  const names = ['src/connection.js', 'src/index.js', 'cjs/src/connection.js', 'cjs/src/index.js'];
  for (const name of names) put(name, 'socket.write(chunk, fn)');
  expect(isPatched(dir)).toBe(false);
});

test('the same sources give the same hash', () => {
  expect(sourceHash()).toBe(sourceHash());
  expect(root).toBe(process.cwd());
});

test('a lock file whose process is gone, or is no PostgreSQL, is stale and removed', async () => {
  const sleeper = spawn('sleep', ['30']);
  const lock = put('postmaster.pid', `${sleeper.pid}\n${dir}\n0\n54321\n`);
  expect(findServer(dir)).toBeUndefined();
  expect(fs.existsSync(lock)).toBe(false);
  sleeper.kill('SIGKILL');
  await new Promise((resolve) => sleeper.once('exit', resolve));
  expect(isAlive(sleeper.pid)).toBe(false);
});

test('an occupied port is answered with another one', async () => {
  const busy = net.createServer();
  await new Promise((resolve) => busy.listen(0, '127.0.0.1', resolve));
  const { port } = busy.address();
  const other = await freePort(port);
  expect(other).not.toBe(port);
  busy.close();
});
