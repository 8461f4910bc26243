import fs from 'node:fs';
import { expect, it } from 'vitest';

it('the page of who may do what declares the rights of every feature that gives some', () => {
  const text = fs.readFileSync('app/(admin)/every-permission.ts', 'utf8');
  const declaring = fs
    .readdirSync('features')
    .map((feature) => `features/${feature}/policy.ts`)
    .filter((file) => fs.existsSync(file) && fs.readFileSync(file, 'utf8').includes('permission('));
  const missing = declaring.filter((file) => !text.includes(`'@/${file.replace('.ts', '')}'`));
  expect(missing).toEqual([]);
});
