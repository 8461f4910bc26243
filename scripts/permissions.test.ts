import fs from 'node:fs';
import { expect, it } from 'vitest';
import { permissionsFile, permissionsPage } from './permissions';

it('docs/permissions.md says what the policies say; run scripts/permissions.ts when it does not', async () => {
  expect(fs.readFileSync(permissionsFile, 'utf8')).toBe(await permissionsPage());
});
