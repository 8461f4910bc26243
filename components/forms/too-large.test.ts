import { expect, it } from 'vitest';
import { MOST_WITH_FILES, tooLarge } from './too-large';

const file = (bytes: number) => new File([Buffer.alloc(bytes)], '名单.xlsx');

it('a form that the server takes goes through', () => {
  expect(tooLarge([])).toBeNull();
  expect(tooLarge([['pasted', '陈一帆\t13800000000\n'.repeat(5_000)]])).toBeNull();
  expect(tooLarge([['table', file(900_000)]])).toBeNull();
  expect(tooLarge([['q1', file(5_000_000)]], MOST_WITH_FILES)).toBeNull();
});

it('a form that is too large names its largest field, a file by its size, text by what to do', () => {
  expect(
    tooLarge([
      ['reason', '好'],
      ['table', file(50_000_000)],
    ]),
  ).toEqual({ field: 'table', words: '文件 47.7 MB，一次最多 1 MB，请换一个小的' });
  expect(tooLarge([['pasted', '名'.repeat(400_000)]])?.words).toBe(
    '内容太长，一次最多 1 MB，请分几次提交',
  );
  expect(tooLarge([['q1', file(12_000_000)]], MOST_WITH_FILES)?.words).toContain('11 MB');
});
