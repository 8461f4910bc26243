import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actionLabels, entityLabels } from './words';

const commands = fs
  .readdirSync('features', { recursive: true, encoding: 'utf8' })
  .filter(
    (file) =>
      /\/commands(\.ts|\/)/.test(file) && file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  .map((file) => fs.readFileSync(path.join('features', file), 'utf8'));

it('the ledger has Chinese words for every action that a command writes into it', () => {
  const written = commands.flatMap((text) =>
    [...text.matchAll(/action: '([a-z_]+)'/g)].map(([, action]) => action ?? ''),
  );
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((action) => !(action in actionLabels))).toEqual([]);
});

it('the ledger has Chinese words for everything that a command writes about', () => {
  const written = commands.flatMap((text) =>
    [...text.matchAll(/entityType: '([a-z_]+)'/g)].map(([, entity]) => entity ?? ''),
  );
  expect(written.length).toBeGreaterThan(20);
  expect([...new Set(written)].filter((entity) => !(entity in entityLabels))).toEqual([]);
});
