import { describe, expect, it, test } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import type { BookingStatus } from './booking';
import { calendarUid, isOffTheCalendar, placeInTown } from './calendar';
import { movedUnderNotice, moveEndedNotice } from './moved-notice';
import { bookingTodos } from './todos';

const now = new Date('2026-06-15T02:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const mine = (id: string, status: BookingStatus, more = {}) => ({
  id,
  status,
  title: '电工班',
  startsAt: inHours(24),
  endsAt: inHours(26),
  place: '工人文化宫',
  sessionDetails: {},
  offerExpiresAt: null,
  answerBy: null,
  ...more,
});
const todos = (...bookings: ReturnType<typeof mine>[]) => bookingTodos(bookings, now);

describe('what bookings ask of their owner', () => {
  it('begins with a place to say yes to, then an answer, then a correction, then where to be', () => {
    const list = todos(
      mine('soon', 'booked'),
      mine('back', 'sent_back'),
      mine('moved', 'booked', { answerBy: inHours(5) }),
      mine('offer', 'offered'),
    );
    expect(list.map(({ key, tag }) => [key, tag])).toEqual([
      ['offer', '待确认名额'],
      ['moved', '待答复'],
      ['back', '需补正'],
      ['soon', '已预约'],
    ]);
    expect(list.map(({ href }) => href)).toEqual(
      ['offer', 'moved', 'back', 'soon'].map((id) => `/me/bookings/${id}`),
    );
  });

  it('says until when a place is held, or that it is not for long', () => {
    expect(todos(mine('a', 'offered', { offerExpiresAt: inHours(3) }))[0]).toMatchObject({
      title: '确认名额：电工班',
      sub: '留到6月15日（周一）13:00',
      tone: 'warning',
    });
    expect(todos(mine('a', 'offered'))[0]?.sub).toBe('请尽快确认');
  });

  it('names what has to be put right, and by when a new time is answered', () => {
    expect(todos(mine('a', 'sent_back'))[0]).toMatchObject({ title: '补正报名', sub: '电工班' });
    expect(todos(mine('a', 'booked', { answerBy: inHours(5) }))).toMatchObject([
      { title: '时间改了，能来吗：电工班', sub: '6月15日（周一）15:00前答复' },
    ]);
  });

  it('tells of a meeting within three days, where and when, and of none later or begun', () => {
    const at = (hours: number) =>
      todos(mine('a', 'booked', { startsAt: inHours(hours), endsAt: inHours(hours + 2) }));
    expect(at(24)).toMatchObject([
      { title: '电工班', sub: '6月16日（周二）10:00–12:00 · 工人文化宫', tone: 'success' },
    ]);
    expect(at(72)).toEqual([]);
    expect(at(71.99)).toHaveLength(1);
    expect(at(0)).toEqual([]);
    expect(at(-1)).toEqual([]);
    expect(at(-5)).toEqual([]);
  });

  it('is nothing of a booking that only waits or is over', () => {
    const quiet = ['pending', 'waitlisted', 'entered', 'cancelled', 'attended', 'absent'] as const;
    expect(todos(...quiet.map((status) => mine(status, status)))).toEqual([]);
  });
});

describe('a booking in a calendar', () => {
  it('stands there while it holds a place, and keeps one name', () => {
    const kept = bookingStatuses.filter((status) => !isOffTheCalendar(status));
    expect(kept).toEqual(expect.arrayContaining(['booked', 'pending', 'offered']));
    expect(kept).not.toEqual(expect.arrayContaining(['cancelled']));
    expect(isOffTheCalendar('waitlisted')).toBe(true);
    expect(calendarUid('b1')).toBe('b1@lianxin');
  });

  test.each([
    ['工人文化宫', '桥圩镇总工会', '桥圩镇工人文化宫'],
    ['江南街道办三楼', '贵港市江南街道总工会', '贵港市江南街道办三楼'],
    ['桥圩镇文化站', '桥圩镇总工会', '桥圩镇文化站'],
    ['文化站', '港南区总工会', '港南区文化站'],
    ['文化站', '货运行业工会联合会', '文化站'],
    ['文化站', null, '文化站'],
  ])('at %s of %s is found on a map as %s', (place, union, found) => {
    expect(placeInTown(place, union)).toBe(found);
  });
});

describe('a session that was moved', () => {
  const facts = {
    id: 'b1',
    number: 'YY26-1',
    kind: 'training',
    title: '电工班',
    session: '晚班',
    startsAt: inHours(24),
    endsAt: inHours(26),
    place: '工人文化宫',
    sessionDetails: {},
    version: 2,
  } as unknown as Parameters<typeof movedUnderNotice>[0];
  const asked = { until: inHours(5), silence: 'keep' as const, ineligible: null };

  it('asks whether the new time suits, with time and place, until when', () => {
    const notice = movedUnderNotice(facts, asked, now);
    expect(notice.title).toBe('时间改了，请答复：电工班');
    expect(notice.body).toContain('晚班改为6月16日（周二）10:00–12:00，工人文化宫。');
    expect(notice.sms?.text).toBe(
      '预约YY26-1改为6月16日（周二）10:00，请在6月15日（周一）15:00前登录答复能不能来。',
    );
  });

  it('says why whoever no longer fits cannot keep the new day', () => {
    const notice = movedUnderNotice(facts, { ...asked, ineligible: '年龄 35–64 周岁' }, now);
    expect(notice.body).toBe(
      '晚班改为6月16日（周二）10:00–12:00。那天您不符合条件：年龄 35–64 周岁。请看看其他场次，名额留到6月15日（周一）15:00。',
    );
  });

  it('ends with its reason where the place went on', () => {
    expect(moveEndedNotice(facts, '没有答复')).toMatchObject({
      title: '改时间后没有留下名额：电工班',
      body: '晚班：没有答复。您的YY26-1已取消，可以看看其他场次。',
      sms: { text: '预约YY26-1改时间后已取消，原因请登录查看。' },
    });
  });
});
