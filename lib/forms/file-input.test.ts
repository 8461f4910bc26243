import { expect, it } from 'vitest';
import { fileInput, filesInput } from './file-input';

const limits = { megabytes: 1, required: '请选一张图片' };
const fileOf = (bytes: number) => new File([new Uint8Array(bytes)], 'a.jpg');

async function read(
  sent: unknown,
  one: ReturnType<typeof filesInput> | ReturnType<typeof fileInput>,
) {
  const { success, data, error } = await one.safeParseAsync(sent);
  return success ? data : error?.issues[0]?.message;
}

it.each([
  ['that was not chosen', undefined, '请选一张图片'],
  ['that is a text', '图片', '请选一张图片'],
  ['of no bytes', fileOf(0), '文件是空的，请重新选'],
  ['a byte too large', fileOf(1_048_577), '文件超过 1 MB，请换小一点的'],
])('a file %s is refused in words', async (_, sent, words) => {
  expect(await read(sent, fileInput(limits))).toBe(words);
  expect(await read(sent, filesInput(limits))).toBe(words);
});

it('a file of the very size is taken with its bytes', async () => {
  const { bytes } = await fileInput(limits).parseAsync(fileOf(1_048_576));
  expect(bytes).toHaveLength(1_048_576);
});

it('one of several files is a list, and five hundred are five hundred', async () => {
  expect(await read(fileOf(3), filesInput(limits))).toHaveLength(1);
  const many = Array.from({ length: 500 }, () => fileOf(2));
  expect(await read(many, filesInput(limits))).toHaveLength(500);
});

it('a file stands in a key’s sum by its own sum', async () => {
  const [a, b] = await Promise.all([1, 2].map((n) => fileInput(limits).parseAsync(fileOf(n))));
  expect(JSON.stringify([a])).toHaveLength(68);
  expect(JSON.stringify(a)).not.toBe(JSON.stringify(b));
});
