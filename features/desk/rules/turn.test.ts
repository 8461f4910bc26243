import { describe, expect, it } from 'vitest';
import { choicesOf, turnText } from './turn';

const officer = (id: string, depth = 0, acts_for: string | null = null) => ({
  id,
  name: `干部${id}`,
  depth,
  acts_for,
});

describe('whose turn a case is', () => {
  it.each([
    [[officer('甲')], null, '由 干部甲 办理'],
    [[officer('甲'), officer('乙', 1)], null, '由 干部甲 办理'],
    [
      [officer('甲', 0, '谢永福'), officer('乙')],
      null,
      '干部甲（代谢永福）、干部乙都可以办，谁先办算谁的',
    ],
    [
      ['甲', '乙', '丙', '丁'].map((id) => officer(id)),
      null,
      '干部甲、干部乙、干部丙等 4 人都可以办，谁先办算谁的',
    ],
    [[officer('乙', 1)], null, '由 干部乙 办理'],
    [[], null, '由 上级 办理'],
    [[officer('我'), officer('乙', 1)], null, '轮到您办'],
    [[officer('甲')], { id: '乙', name: '林干事' }, '由 林干事 办理'],
    [[officer('甲')], { id: '我', name: '林干事' }, '由您办理'],
  ])('is said in words', (officers, taken, text) => {
    expect(turnText(officers, taken, '我')).toBe(text);
  });

  it('offers colleagues to hand it to, and not oneself', () => {
    expect(choicesOf([officer('甲'), officer('我'), officer('乙', 1)], '我')).toEqual([
      { value: '甲', label: '干部甲' },
      { value: '乙', label: '干部乙，上级' },
    ]);
  });
});
