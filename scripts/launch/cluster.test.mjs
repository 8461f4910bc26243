import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepCluster } from './cluster.mjs';

const patient = { timeout: 30_000 };
let dir;
let notes;
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-cluster-'));
  notes = path.join(dir, 'pids');
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

const pids = () => fs.readFileSync(notes, 'utf8').trim().split('\n').map(Number);
const isThere = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function site(text) {
  const file = path.join(dir, 'site.mjs');
  fs.writeFileSync(file, text);
  return keepCluster({ NOTES: notes }, 2, [], file);
}

test('a process of the site that is killed is replaced, and all of them end when told to', async () => {
  const web = site(`import fs from 'node:fs';
    fs.appendFileSync(process.env.NOTES, process.pid + '\\n');
    process.on('message', () => {}); process.send('ready');`);
  await web.ready;
  const [first] = pids();
  process.kill(first, 'SIGKILL');
  await vi.waitFor(() => expect(pids()).toHaveLength(3), patient);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('网站进程意外退出'));
  await web.stop();
  expect(pids().filter(isThere)).toEqual([]);
});

test('a site whose processes end before they are ready is given up', async () => {
  const web = site('process.exit(1);');
  expect(await web.ended).toBe(1);
  expect(console.error).toHaveBeenCalledWith(expect.stringContaining('网站进程一启动就退出'));
  await web.stop();
});
