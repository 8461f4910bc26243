import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findServer, freePort, isAlive } from '../embedded-pg/process.mjs';
import { sourceHash } from './build.mjs';
import { demoSuffix } from './data-dir.mjs';
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
  const where = { lockfile: lock, modules: path.join(dir, 'node_modules') };
  expect(isInstalled(where)).toBe(false);
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
  expect(isInstalled(where)).toBe(true);
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '0.9.0' } } });
  expect(isInstalled(where)).toBe(false);
});

test('a site that is built needs no tools, and one that is not does', () => {
  const lockfile = put('package-lock.json', {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/compiler': { version: '2.0.0', dev: true },
    },
  });
  put('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version: '1.0.0' } } });
  const where = { lockfile, modules: path.join(dir, 'node_modules') };
  expect(isInstalled(where)).toBe(false);
  expect(isInstalled({ ...where, tools: false })).toBe(true);
});

test('every package of the lockfile has a sum to be checked against', () => {
  const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const without = Object.entries(packages).filter(([name, one]) => name && !one.integrity);
  expect(without.map(([name]) => name)).toEqual([]);
});

test('what runs the site is no tool of its makers', () => {
  const { dependencies, devDependencies } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const tools = /^@types\/|typescript|tailwind|postcss|drizzle-kit|playwright|vitest|biome|knip/;
  expect(Object.keys(dependencies).filter((name) => tools.test(name))).toEqual([]);
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(['typescript', 'vitest']));
});

test('the driver in use is guarded, and one with an earlier patch or none is noticed', () => {
  expect(isPatched()).toBe(true);
  expect(isPatched(dir)).toBe(false);
  put('.guarded-by', 'the sum of an earlier patch');
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

test('each demo has a database of its own, and only a plain name is one', () => {
  expect(['', 'gangnan', 'linxi'].map(demoSuffix)).toEqual(['', '', '_linxi']);
  expect(() => demoSuffix('x; drop')).toThrow('DEMO 只能是小写字母');
});
