import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { type Shared, shareLine, shareText } from './share-text';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const session = (startsAt: string, endsAt: string, place = '职工服务中心') => ({
  startsAt: at(startsAt),
  endsAt: at(endsAt),
  details: {},
  place,
  capacity: 20,
});
const shared: Shared = {
  title: '面点课',
  summary: '两个晚上，学做包子',
  organiser: '江南街道总工会',
  contactPhone: '0775-4200000',
  allocation: 'first_come',
  bookingOpensAt: at('2026-06-16T10:00'),
  bookingClosesAt: at('2026-06-30T18:00'),
  sessions: [session('2026-07-06T19:00', '2026-07-06T21:00')],
  now: at('2026-06-15T12:00'),
};
const address = 'https://union.example/services/1';

describe('the text of an offering for a group', () => {
  it('says what, when, where, how many, until when, and ends with the way to book', () => {
    expect(shareText(shared, address).split('\n')).toEqual([
      '【江南街道总工会】面点课',
      '两个晚上，学做包子',
      '时间：7月6日（周一）19:00–21:00',
      '地点：职工服务中心',
      '名额：20 个，先到先得',
      '报名时间：6月16日（周二）10:00 至 6月30日（周二）18:00',
      `点开报名：${address}`,
      '咨询：0775-4200000',
    ]);
  });

  it('leaves out what is not known yet', () => {
    const bare = {
      ...shared,
      summary: '',
      contactPhone: null,
      bookingOpensAt: null,
      bookingClosesAt: null,
      sessions: [],
    };
    expect(shareText(bare, address)).toBe(`【江南街道总工会】面点课\n点开报名：${address}`);
    expect(shareText({ ...bare, bookingClosesAt: shared.bookingClosesAt }, address)).toContain(
      '报名时间：6月30日（周二）18:00 截止',
    );
    expect(shareText({ ...bare, bookingOpensAt: shared.bookingOpensAt }, address)).toContain(
      '报名时间：6月16日（周二）10:00 开始',
    );
  });

  it('names the first of several sessions and at most two places', () => {
    const sessions = ['甲', '乙', '丙'].map((place, n) =>
      session(`2026-07-0${6 + n}T19:00`, `2026-07-0${6 + n}T21:00`, place),
    );
    const text = shareText({ ...shared, sessions, allocation: 'draw' }, address);
    expect(text).toContain('时间：第一场7月6日（周一）19:00–21:00，共 3 场');
    expect(text).toContain('地点：甲、乙等');
    expect(text).toContain('名额：60 个，报名后抽签');
  });

  it('does not invite to book what a unit books', () => {
    expect(shareText({ ...shared, allocation: 'unit' }, address)).toContain(`看详情：${address}`);
  });
});

describe('the line below a shared title', () => {
  it('is what, when and where, at most a hundred characters', () => {
    expect(shareLine({ ...shared, summary: '两个晚上，学做包子。' })).toBe(
      '两个晚上，学做包子；7月6日（周一）19:00–21:00；职工服务中心',
    );
    expect(shareLine({ ...shared, summary: '好'.repeat(200) })).toHaveLength(100);
  });
});
