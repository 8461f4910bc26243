import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkEverywhere } from '../checks/everywhere.mjs';
import { checkFeatures } from '../checks/features.mjs';
import { parse } from '../checks/sources.mjs';
import { makeFeature } from './make-feature.mjs';

let root;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-feature-'));
  fs.mkdirSync(path.join(root, 'features'));
  fs.writeFileSync(path.join(root, 'features', 'tiers.json'), '[["organisations"], ["lifecycle"]]');
});
afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const tiers = () => JSON.parse(read('features/tiers.json'));

test('a new feature keeps the rules of the product from its first file on', () => {
  const files = makeFeature({ name: 'reading-rooms', root });
  expect(files).toContain(path.join('features', 'reading-rooms', 'rules.ts'));
  const all = files.map((file) => parse(file, read(file)));
  expect([...checkFeatures(all, tiers().flat()), ...checkEverywhere(all)]).toEqual([]);
});

test('a new feature stands above all others, or beside the one that is named', () => {
  makeFeature({ name: 'reading-rooms', root });
  makeFeature({ name: 'venues', beside: 'organisations', root });
  expect(tiers()).toEqual([
    ['organisations', 'venues'],
    ['lifecycle', 'reading-rooms'],
  ]);
});

test.each([
  ['a name that is taken', { name: 'lifecycle' }, '已经有了'],
  ['a name that is no noun in small letters', { name: 'ReadingRooms' }, '用法'],
  ['no name', {}, '用法'],
  ['a neighbour that does not exist', { name: 'venues', beside: 'zoo' }, '没有 zoo'],
])('a new feature is refused in words for %s, and nothing is written', (_, given, words) => {
  expect(() => makeFeature({ ...given, root })).toThrow(words);
  expect(tiers()).toEqual([['organisations'], ['lifecycle']]);
  expect(fs.readdirSync(path.join(root, 'features'))).toEqual(['tiers.json']);
});
