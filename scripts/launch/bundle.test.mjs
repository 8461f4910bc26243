import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asBundled, bundle, isBundled } from './bundle.mjs';

let dir;
const put = (name, text) => fs.writeFileSync(path.join(dir, name), text);
const runs = () =>
  spawnSync(process.execPath, asBundled('says.ts'), { cwd: dir, encoding: 'utf8' }).stdout;

beforeEach(() => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-bundle-'));
  put('tsconfig.json', '{"compilerOptions":{"paths":{"@/*":["./*"]}}}');
  put('word.ts', "import 'server-only';\nexport const word: string = '早';");
  put('says.ts', "import { word } from '@/word';\nconsole.log(word);");
});
afterEach(() => fs.rmSync(dir, { recursive: true, force: true }));

test('a bundle says what its source says, and one whose source was edited is built again', async () => {
  expect(isBundled(dir)).toBe(false);
  await bundle(dir, ['says.ts']);
  expect([isBundled(dir), runs()]).toEqual([true, '早\n']);
  put('word.ts', "export const word: string = '晚';");
  expect(isBundled(dir)).toBe(false);
  await bundle(dir, ['says.ts']);
  expect([isBundled(dir), runs()]).toEqual([true, '晚\n']);
});

test('a bundle with a source taken out is built again, one with another file beside it is not', async () => {
  await bundle(dir, ['says.ts']);
  put('other.ts', 'export {};');
  expect(isBundled(dir)).toBe(true);
  fs.rmSync(path.join(dir, 'word.ts'));
  expect(isBundled(dir)).toBe(false);
});

test('a source that asks where it stands is refused: its bundle stands elsewhere', async () => {
  put('says.ts', 'console.log(import.meta.dirname);');
  await expect(bundle(dir, ['says.ts'])).rejects.toThrow('import.meta.dirname');
  expect(isBundled(dir)).toBe(false);
});
