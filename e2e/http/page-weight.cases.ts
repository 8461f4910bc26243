import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ask } from './ask';

it('the catalogue with twelve cards weighs at most 45 kB, 9 kB compressed: it is opened on mobile data', async () => {
  const { body } = await ask('/services');
  expect(body.match(/ href="\/services\/[0-9a-f-]{36}"/g)).toHaveLength(12);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(45_000);
  expect(gzipSync(body).length).toBeLessThanOrEqual(9_000);
});
