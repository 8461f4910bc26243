import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepUp } from './children.mjs';
import { onChange } from './on-change.mjs';

let dir;
beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-change-'));
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

test('a saved source calls the work once, a test or a picture not at all', async () => {
  const work = vi.fn();
  const stop = onChange([dir], work);
  fs.writeFileSync(path.join(dir, 'rules.test.ts'), '1');
  fs.writeFileSync(path.join(dir, 'a.png'), '1');
  for (const text of ['1', '2', '3']) fs.writeFileSync(path.join(dir, 'rules.ts'), text);
  await vi.waitFor(() => expect(work).toHaveBeenCalled(), 10_000);
  await stop();
  expect(work).toHaveBeenCalledTimes(1);
});

test('a process that is restarted comes back at once, as another one', async () => {
  const starts = path.join(dir, 'starts');
  const script = path.join(dir, 'lasting.mjs');
  fs.writeFileSync(
    script,
    `import fs from 'node:fs'; fs.appendFileSync(${JSON.stringify(starts)}, process.pid + '\\n');
     process.on('disconnect', () => process.exit()); process.send('ready');`,
  );
  const supervised = keepUp('试', [script], process.env);
  await supervised.ready;
  await supervised.restart();
  const pids = () => fs.readFileSync(starts, 'utf8').trim().split('\n');
  await vi.waitFor(() => expect(new Set(pids()).size).toBe(2), 10_000);
  await supervised.stop();
});
