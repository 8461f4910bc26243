import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { whoSees } from './who-sees';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const shown = {
  phase: 'open',
  visibility: 'all',
  organiser: '江南街道总工会',
  allocation: 'first_come',
  ahead: 1,
  bookingOpensAt: at('2026-06-10T10:00'),
  now: at('2026-06-15T12:00'),
} as const;

describe('who sees an offering', () => {
  it('is everybody when it is open to all, and nobody is left out', () => {
    expect(whoSees(shown)).toEqual({ seen: '所有人，不用登录能看到。', unseen: [] });
  });

  it('is nobody but its officers before it is published, with what is so afterwards', () => {
    const { seen, unseen } = whoSees({ ...shown, phase: 'draft', visibility: 'subtree' });
    expect(seen).toBe('还没发布，只有管这项服务的干部看得到。');
    expect(unseen).toEqual([
      '链接和海报先别发：打开是“没有找到这个页面”。发布后，江南街道总工会及下级工会的会员，登录后能看到',
    ]);
  });

  it('is the subtree where it is for the subtree, and the others are told why and how to change it', () => {
    const { seen, unseen } = whoSees({ ...shown, visibility: 'subtree' });
    expect(seen).toBe('江南街道总工会及下级工会的会员，登录后能看到。');
    expect(unseen).toHaveLength(1);
    expect(unseen[0]).toMatch(/没登录的人和别的工会的会员看不到.*“谁能看到”改成“所有人”/);
  });

  it('says from when one may book, while that lies ahead', () => {
    const opens = at('2026-06-20T10:00');
    const { seen } = whoSees({ ...shown, phase: 'published', bookingOpensAt: opens });
    expect(seen).toBe('所有人，不用登录能看到，6月20日（周六）10:00才能报。');
  });

  it('says why the catalogue does not list it, and what to do', () => {
    expect(whoSees({ ...shown, ahead: 0 }).unseen).toEqual([
      '“预约”里搜不到：没有还没结束的场次。在“设置”里加一场就列出来',
    ]);
    expect(whoSees({ ...shown, allocation: 'unit' }).unseen).toEqual([
      '个人看得到、不能自己报：由单位统一报名',
    ]);
  });

  it.each([
    ['cancelled', '已取消'],
    ['finished', '场次都已结束'],
  ] as const)('is whoever has the link once it is %s', (phase, why) => {
    expect(whoSees({ ...shown, phase }).seen).toBe(
      `“预约”里不再列出：${why}。有链接的，所有人，不用登录还能打开。`,
    );
  });
});
