import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { ask } from './ask';

it('the catalogue with twelve cards weighs at most 45 kB, 9 kB compressed: it is opened on mobile data', async () => {
  const { body } = await ask('/services');
  expect(
    body.match(/<h2[^>]*>[^<]*(?:<span[^>]*>[^<]*<\/span>)?[^<]*<\/h2>/g)?.length,
  ).toBeGreaterThan(12);
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(45_000);
  expect(gzipSync(body).length).toBeLessThanOrEqual(9_000);
});
