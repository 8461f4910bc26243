import sharp from 'sharp';
import { expect, it } from 'vitest';
import { redrawn } from './picture';

const size = { side: 960, bytes: 56_000 };

/** Grain that no codec packs well: the worst a camera sends. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

it('a large picture is drawn smaller, as JPEG, within its bytes, in its own shape', async () => {
  const drawn = await redrawn(await noise(1400, 700).jpeg().toBuffer(), size);
  expect(drawn?.bytes.length).toBeLessThanOrEqual(size.bytes);
  expect([...(drawn?.bytes.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
  expect((drawn?.width ?? 0) / (drawn?.height ?? 1)).toBeCloseTo(2, 1);
  expect(drawn?.width).toBeLessThanOrEqual(960);
});

it('a small picture stays as large as it is', async () => {
  const drawn = await redrawn(await noise(40, 30).webp().toBuffer(), size);
  expect(drawn).toMatchObject({ width: 40, height: 30 });
});

it('nothing of the file that came goes out: no camera, no place, nothing hidden behind the picture', async () => {
  const told = { IFD0: { Make: 'PhoneMaker' }, IFD3: { GPSLatitude: '23/1 6/1 0/1' } };
  const file = await noise(60, 40).withExif(told).jpeg().toBuffer();
  const hidden = Buffer.concat([file, Buffer.from('<script>PhoneMaker</script>')]);
  expect(hidden.includes('PhoneMaker')).toBe(true);
  const drawn = await redrawn(hidden, size);
  expect(Buffer.from(drawn?.bytes ?? []).includes('PhoneMaker')).toBe(false);
  expect((await sharp(drawn?.bytes).metadata()).exif).toBeUndefined();
});

it('a picture that the camera says lies on its side stands upright', async () => {
  const file = await noise(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  expect(await redrawn(file, size)).toMatchObject({ width: 40, height: 60 });
});

it('what was see-through is white', async () => {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const file = await sharp({ create: { width: 8, height: 8, channels: 4, background: clear } })
    .png()
    .toBuffer();
  const drawn = await redrawn(file, size);
  expect([...(await sharp(drawn?.bytes).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255]);
});

it.each([
  ['text', Buffer.from('hello, no picture')],
  ['nothing', Buffer.alloc(0)],
  [
    'an SVG, which could fetch and run',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  ],
  ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')],
  ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
])('%s is no picture', async (_, file) => {
  expect(await redrawn(file, size)).toBeNull();
});

it('a picture with more pixels than any phone makes is refused before it is unpacked', async () => {
  const white = { width: 8000, height: 6100, channels: 3, background: '#fff' } as const;
  const bomb = await sharp({ create: white }).jpeg().toBuffer();
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await redrawn(bomb, size)).toBeNull();
});
