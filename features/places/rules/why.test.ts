import { describe, expect, it, test } from 'vitest';
import { type SessionSituation, type WaitingFacts, whyWaiting } from './why';

const now = new Date('2026-06-17T02:00:00Z');
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const person = (more: Partial<WaitingFacts> = {}): WaitingFacts => ({
  status: 'waitlisted',
  offeredAt: null,
  offerExpiresAt: null,
  ineligible: null,
  ahead: 0,
  tooMany: 0,
  groups: [],
  ...more,
});
const session = (more: Partial<SessionSituation> = {}): SessionSituation => ({
  started: false,
  ended: false,
  paused: false,
  offersOut: 0,
  open: 0,
  reserved: [],
  ...more,
});
const why = (p: Partial<WaitingFacts> = {}, s: Partial<SessionSituation> = {}) =>
  whyWaiting(person(p), session(s), now);
const riders = { id: 'rider', label: '骑手', free: 2, returns: '6月20日放出' };

describe('who waits is told', () => {
  test.each([
    [0, 0, '排第 1 位，有人取消或增加名额就轮到'],
    [0, 2, '留着的 2 个有人不确认，或有人取消，就轮到'],
    [2, 0, '排第 3 位，前面的人都有名额后轮到'],
    [2, 2, '排第 3 位，前面的人都有名额后轮到'],
    [2, 3, '留着的 3 个有 3 人不确认，就轮到'],
  ])('with %i ahead and %i offers out: %s', (ahead, offersOut, words) => {
    expect(why({ ahead }, { offersOut })).toEqual({ state: 'waiting', title: '候补中', words });
  });

  it('that free places are kept for others, how many, for whom and until when', () => {
    const town = { ...riders, id: 'town', label: '桥圩镇', free: 1 };
    const used = { ...riders, id: 'used', label: '司机', free: 0 };
    expect(why({}, { reserved: [used, riders, town] }).words).toBe(
      '空着的 3 个留给骑手、桥圩镇（6月20日放出）；排第 1 位，有人取消或增加名额就轮到',
    );
    expect(why({}, { reserved: [used] }).words).toBe('排第 1 位，有人取消或增加名额就轮到');
  });

  it('that a place is on its way while one is free that they may have', () => {
    const soon = '有名额空着，一分钟内给到';
    expect(why({}, { open: 1 }).words).toBe(soon);
    expect(why({ groups: ['rider'] }, { reserved: [riders] }).words).toBe(soon);
    expect(why({ groups: ['rider'] }, { reserved: [{ ...riders, free: 0 }] }).words).not.toBe(soon);
    expect(why({ groups: ['town'] }, { reserved: [riders] }).words).not.toBe(soon);
  });

  it('that a family is served together, before anything about free places', () => {
    expect(why({ tooMany: 2 }, { open: 1 })).toEqual({
      state: 'waiting',
      title: '候补中',
      words: '一家 2 人同进同退，空着的不够一起给，够了就轮到',
    });
  });
});

describe('who will not be served is told', () => {
  test.each([
    ['the session is over', {}, { ended: true, started: true }, '不再补位', '场次已取消或结束'],
    [
      'it has begun',
      { ineligible: '不满 18 岁' },
      { started: true },
      '不再补位',
      '场次已开始，不再补位',
    ],
    [
      'a condition bars them',
      { ineligible: '不满 18 岁' },
      { paused: true },
      '不会轮到',
      '不满 18 岁',
    ],
    [
      'places are given by hand',
      { tooMany: 2 },
      { paused: true, open: 1 },
      '暂不补位',
      '自动补位已暂停，可以手动给名额',
    ],
  ] as const)('that %s, and that before all else', (_what, p, s, title, words) => {
    expect(why(p, s)).toMatchObject({ title, words });
    expect(why(p, s).state).toBe(title === '不会轮到' ? 'ineligible' : 'stopped');
  });
});

describe('who has an offer is told', () => {
  const offer = (offeredAt: Date | null, offerExpiresAt: Date | null) =>
    why({ status: 'offered', offeredAt, offerExpiresAt }, { ended: true });

  it('when it was sent and until when it stands, whatever else there is', () => {
    expect(offer(at(-60), at(180))).toEqual({
      state: 'offered',
      title: '待确认名额',
      words: '今天 09:00 通知，留到今天 13:00',
    });
    expect(offer(null, null).words).toBe('已通知');
    expect(offer(null, at(1)).words).toBe('已通知，留到今天 10:01');
    expect(offer(at(-60), null).words).toBe('今天 09:00 通知');
  });

  it('that its time is over, from the very moment on', () => {
    expect(offer(at(-60), now).words).toBe('时限已过，马上给下一位');
    expect(offer(at(-60), at(-1)).words).toBe('时限已过，马上给下一位');
  });
});
