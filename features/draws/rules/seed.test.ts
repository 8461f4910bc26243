import { describe, expect, it, test } from 'vitest';
import { drawStatuses } from '@/db/schema/enums';
import { sha256 } from './digest';
import {
  fallbackDay,
  issueFits,
  knownFrom,
  lotteryLabel,
  lotterySeed,
  seedDay,
  seedLine,
} from './seed';
import { seedFits } from './seed-fits';
import { canMoveDraw } from './status';
import { fingerprint, outcomeWords, resultWords, scoreWords, seedWords } from './words';

const at = (local: string) => new Date(`${local}:00+08:00`);

describe('the number that decides', () => {
  const terms = { seedOn: '2026-06-12', fallbackOn: '2026-06-16', commitments: ['c1', 'c2'] };

  it('stands in the list by its source', () => {
    expect(seedLine({ ...terms, source: 'lottery' })).toBe('lottery 2026-06-12 2026-06-16');
    expect(seedLine({ ...terms, source: 'house' })).toBe('house c1 c2');
    expect(seedLine({ ...terms, source: 'witnesses' })).toBe('witnesses c1 c2 lottery 2026-06-16');
  });

  it('of a lottery is its issue and its digits', () => {
    expect(lotterySeed('2026153', '407')).toBe('2026153:407');
    expect(lotteryLabel('2026153', '407')).toBe('福彩3D 2026153 期：4 0 7');
    expect(issueFits('2026153', '2026-06-12')).toBe(true);
    expect(issueFits('2025153', '2026-06-12')).toBe(false);
    expect(fallbackDay('2026-06-12', 3)).toBe('2026-06-16');
  });

  it('needs its days, and a day that is one', () => {
    const now = at('2026-06-12T10:00');
    for (const more of [{ seedOn: null }, { fallbackOn: null }]) {
      expect(() => seedDay({ ...terms, source: 'lottery', ...more }, now)).toThrow(RangeError);
    }
    expect(() => knownFrom('2026-02-30')).toThrow(RangeError);
  });

  it('fits only what the list had committed to', async () => {
    const [one, two] = [await sha256('甲'), await sha256('乙')];
    const fits = (named: string, seed: string) => seedFits(named, seed);
    expect(await fits('lottery 2026-06-12 2026-06-16', '2026153:407')).toBe(true);
    expect(await fits('lottery 2026-06-12 2026-06-16', '2026153:40')).toBe(false);
    expect(await fits(`house ${one}`, '甲')).toBe(true);
    expect(await fits(`house ${one}`, '乙')).toBe(false);
    expect(await fits(`house x${one} ${one}`, '甲')).toBe(true);
    const witnesses = `witnesses ${one} ${two} lottery 2026-06-16`;
    expect(await fits(witnesses, '甲:乙')).toBe(true);
    expect(await fits(witnesses, '乙:甲')).toBe(false);
    expect(await fits(witnesses, '甲')).toBe(false);
    expect(await fits(witnesses, '2026157:123')).toBe(true);
    expect(await fits(`nobody ${one}`, '甲')).toBe(false);
  });

  it('is said in words before anyone can know it', () => {
    const words = (seedSource: 'house' | 'witnesses' | 'lottery', more = {}) =>
      seedWords(
        { seedSource, seedOn: '2026-06-12', fallbackOn: '2026-06-16', ...more },
        at('2026-06-02T09:00'),
      );
    expect(words('house')).toContain('系统在报名开始前封存的随机数');
    expect(words('witnesses')).toContain('就用6月16日（周二）福彩 3D');
    expect(words('lottery')).toBe('用6月12日（周五）福彩 3D 的开奖号，封存名单前就写明。');
    expect(words('lottery', { seedOn: null })).toContain('用福彩 3D');
  });

  it('takes a draw one step at a time and never back', () => {
    const steps = drawStatuses.map((from) => drawStatuses.filter((to) => canMoveDraw(from, to)));
    expect(steps.flat()).toEqual(['frozen', 'seeded', 'drawn']);
    expect(drawStatuses.some((to) => canMoveDraw(undefined, to))).toBe(false);
  });
});

describe('the result of a draw in words', () => {
  test.each([
    ['open', '抽中了。', '录取'],
    ['a', '抽中了预留名额。', '录取（预留）'],
    ['wait', '没有抽中，候补第 4 位。', '候补'],
    ['out', '没有抽中。', '未中签'],
  ])('of %s is %s', (outcome, strong, line) => {
    expect(resultWords({ outcome, position: 4 }).strong).toBe(strong);
    expect(outcomeWords(outcome)).toBe(line);
  });

  it('says what comes next, and how a number was reckoned', () => {
    expect(resultWords({ outcome: 'a', position: 0 }).next).toContain('名额已为您留着');
    expect(resultWords({ outcome: 'wait', position: 1 }).next).toContain('有人放弃');
    expect(resultWords({ outcome: 'out', position: 0 }).next).toBe('名额和候补都已满。');
    expect(scoreWords(137, '3ae5f00d', 33)).toBe('0137 号算出 3ae5…，排第 33。');
    expect(fingerprint(`9c41e07b52d813fa${'0'.repeat(44)}0f3e`)).toBe('9c41 e07b 52d8 13fa … 0f3e');
  });
});
