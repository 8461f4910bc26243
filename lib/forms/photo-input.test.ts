import { expect, it } from 'vitest';
import { photoInput } from './photo-input';

const frame = [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 2, 1, 1, 0x11, 0];
const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 7];
const jpeg = [0xff, 0xd8, ...frame, 0xff, 0xe1, 0, 4, 1, 2, ...scan];
const plain = Uint8Array.from([0xff, 0xd8, ...frame, ...scan]);
const fileOf = (bytes: number[]) => new File([Uint8Array.from(bytes)], 'a.jpg');
const field = photoInput({ bytes: 2048, pixels: 100 });

async function read(sent: unknown, one = field) {
  const { success, data, error } = await one.safeParseAsync(sent);
  return success ? data : error?.issues[0]?.message;
}

it('a photo is the picture without what the camera wrote into it', async () => {
  expect(await read(fileOf(jpeg))).toEqual(plain);
});

it('a photo that was not chosen is none', async () => {
  expect(await read(undefined)).toBeNull();
});

it.each([
  ['of no bytes', fileOf([]), '照片是空的，请重新选'],
  ['in another format', fileOf([0x89, 0x50, 0x4e, 0x47]), '只能用 JPG 照片，请重新拍一张'],
  ['that is a text', '照片', '请选一张照片'],
  ['a byte too large', fileOf(Array(2049).fill(0)), '照片太大，请选小一点的（2 KB 以内）'],
  [
    'of the very size, but no picture',
    fileOf(Array(2048).fill(0)),
    '只能用 JPG 照片，请重新拍一张',
  ],
])('a photo %s is refused in words', async (_, sent, words) => {
  expect(await read(sent)).toBe(words);
});

it.each([
  [1_048_575, '1024 KB'],
  [1_048_576, '1 MB'],
  [5 * 1_048_576, '5 MB'],
])('a photo larger than %i bytes is told the limit as %s', async (bytes, words) => {
  const large = new File([new Uint8Array(bytes + 1)], 'a.jpg');
  expect(await read(large, photoInput({ bytes, pixels: 100 }))).toContain(`（${words} 以内）`);
});
