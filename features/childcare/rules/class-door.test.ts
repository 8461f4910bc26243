import { describe, expect, it, test } from 'vitest';
import { type ClassDoor, doorWords, nextTap } from './class-door';

const today = '2026-07-06';
const door = (more: Partial<ClassDoor> = {}): ClassDoor => ({
  on: today,
  today,
  isOpen: true,
  gaps: [],
  hasBegun: false,
  looksAfter: true,
  ...more,
});

describe('what the staff of a class tap next', () => {
  test.each(['expected', 'missing', 'absent'] as const)(
    'signs in a child that is %s, also after it was excused',
    (state) => expect(nextTap(door(), state)).toBe('sign_in'),
  );

  it('hands over a child that is in, and is nothing for one that has gone home', () => {
    expect(nextTap(door(), 'in')).toBe('hand_over');
    expect(nextTap(door(), 'home')).toBeNull();
  });

  test.each([
    ['a day that is over', { on: '2026-07-05' }],
    ['somebody who is not assigned', { looksAfter: false }],
  ])('is nothing for %s, wherever the child is', (_what, more) => {
    expect(nextTap(door(more), 'expected')).toBeNull();
    expect(nextTap(door(more), 'in')).toBeNull();
  });

  test.each([
    ['is not open', { isOpen: false }],
    ['lacks a check and has not begun', { gaps: ['缺 1 人犯罪记录查询'] }],
    ['has begun but was shut', { isOpen: false, hasBegun: true }],
  ])('takes no child into a class that %s, and still hands over who is there', (_what, more) => {
    expect(nextTap(door(more), 'expected')).toBeNull();
    expect(nextTap(door(more), 'in')).toBe('hand_over');
  });

  it('takes children into a day that has begun, whatever is missing since', () => {
    expect(nextTap(door({ gaps: ['食品安全未登记'], hasBegun: true }), 'expected')).toBe('sign_in');
  });
});

describe('the word at the door of a class', () => {
  it('is none while children may come in', () => expect(doorWords(door())).toBeNull());

  it('names everything that is missing before it says that nobody opened the class', () => {
    const gaps = ['缺 1 人犯罪记录查询', '食品安全未登记'];
    expect(doorWords(door({ gaps, isOpen: false }))).toBe(
      '缺 1 人犯罪记录查询；食品安全未登记，不能让孩子入班。请组织单位在“看护人员”里补齐。',
    );
    expect(doorWords(door({ isOpen: false }))).toBe('还没开班。请组织单位在“看护人员”里点“开班”。');
  });

  it('speaks of tomorrow once a child has come today', () => {
    expect(doorWords(door({ gaps: ['1 人的犯罪记录查询已过期'], hasBegun: true }))).toBe(
      '1 人的犯罪记录查询已过期，明天起不能让孩子入班。请组织单位在“看护人员”里补齐。',
    );
  });
});
