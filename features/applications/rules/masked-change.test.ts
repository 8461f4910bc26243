import { describe, expect, it } from 'vitest';
import { hiddenChange } from './masked-change';

const of = (masked: string, bare: string) => ({ masked, bare });

describe('a change that the masks hide', () => {
  it.each([
    [of('周**', '周念安'), of('周**', '周年安'), '（第 2 个字不同）'],
    [of('周**', '周念安'), of('周**', '周年按'), '（第 2、3 个字不同）'],
    [of('周**', '周念安'), of('周***', '周念安安'), ''],
    [of('周**', '周念安'), of('周**', '周念安'), ''],
    [of('买买提·**', '买买提·艾力'), of('买买提·**', '买买提·艾力江'), '（遮住的部分不同）'],
    [
      of('4508**********7636', 'a1'.repeat(20)),
      of('4508**********7636', 'b1'.repeat(20)),
      '（遮住的部分不同）',
    ],
  ])('is said by its place and not by its characters', (before, after, words) => {
    expect(hiddenChange(before, after)).toBe(words);
  });
});
