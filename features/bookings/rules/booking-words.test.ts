import { describe, expect, it, test } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { bookingNumber, isForChildren } from './attendee';
import { cancelWords } from './booking';
import { bookingNotice, type NoticeFacts, starts } from './booking-notice';
import { bookingStatusWords, isRunning, isUnderWay } from './booking-words';
import { answerDeadline, askedWhenMoved, askWords, isAskedAboutMove, sameMeetings } from './moved';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const ms = (date: Date, by: number) => new Date(date.getTime() + by);
const HOUR = 3_600_000;

/** Tuesdays in June 2026, seven to nine in the evening; the second of June is the first. */
const course = {
  startsAt: at('2026-06-02T19:00'),
  endsAt: at('2026-06-30T21:00'),
  sessionDetails: { weekdays: [2], note: '' },
};
const facts = {
  ...course,
  status: 'booked' as const,
  position: null,
  cancelHours: 24,
  dueOn: null,
  reason: null,
};
type Given = Partial<Parameters<typeof bookingStatusWords>[0]>;
const words = (given: Given, now: Date) => bookingStatusWords({ ...facts, ...given }, now);
const before = at('2026-06-01T12:00');

describe('a question whether a moved session suits', () => {
  const now = at('2026-06-01T12:00');

  test.each(askedWhenMoved)('stands for who is %s, until its time to the second', (status) => {
    const asked = (answerBy: Date | null) => isAskedAboutMove({ status, answerBy }, now);
    expect([asked(ms(now, 1)), asked(now), asked(ms(now, -1)), asked(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('stands for nobody who only waits or is out, and before anything else on the page', () => {
    const answerBy = ms(now, HOUR);
    expect(isAskedAboutMove({ status: 'waitlisted', answerBy }, now)).toBe(false);
    expect(isAskedAboutMove({ status: 'cancelled', answerBy }, now)).toBe(false);
    expect(words({ answerBy }, now).title).toBe('时间改了，请答复');
    expect(words({ answerBy: now }, now).title).toBe('已预约');
  });

  it('may be answered so many hours long, never past the middle of what is left', () => {
    expect(answerDeadline(ms(now, 100 * HOUR), 24, now)).toEqual(ms(now, 24 * HOUR));
    expect(answerDeadline(ms(now, 40 * HOUR), 24, now)).toEqual(ms(now, 20 * HOUR));
    expect(answerDeadline(ms(now, 48 * HOUR), 24, now)).toEqual(ms(now, 24 * HOUR));
    expect(answerDeadline(ms(now, -HOUR), 24, now)).toEqual(now);
  });

  it('says until when, and what silence means', () => {
    expect(askWords(at('2026-06-02T18:00'), 'keep', now)).toContain('6月2日（周二）18:00前答复');
    expect(askWords(at('2026-06-02T18:00'), 'keep', now)).toContain('名额仍为您留着');
    expect(askWords(at('2026-06-02T18:00'), 'release', now)).toContain('名额给下一位');
  });

  it('is not asked where the meetings are the same', () => {
    const timed = { startsAt: course.startsAt, endsAt: course.endsAt, weekdays: [2], off: [] };
    expect(sameMeetings(timed, { ...timed })).toBe(true);
    expect(sameMeetings(timed, { ...timed, weekdays: [3] })).toBe(false);
    expect(sameMeetings(timed, { ...timed, off: ['2026-06-09'] })).toBe(false);
    expect(sameMeetings(timed, { ...timed, endsAt: ms(timed.endsAt, 60_000) })).toBe(false);
  });
});

describe('a place that is held', () => {
  it('says until when it may be given back, and whom to call after that', () => {
    const deadline = at('2026-06-01T19:00');
    expect(words({}, ms(deadline, -1)).next).toContain('6月1日（周一）19:00前取消');
    expect(words({}, deadline).next).toContain('请打电话给组织单位');
    // Who was moved may leave until it begins.
    expect(words({ mayLeave: true }, deadline).next).toContain('19:00前取消');
    expect(cancelWords(course.startsAt, 24, ms(deadline, -1))).toContain('前可以取消');
    expect(cancelWords(course.startsAt, 24, deadline)).toBe('已过取消时间，不能来请打电话');
  });

  it('is running from its first minute to its last, and over after that', () => {
    expect(isRunning(course, ms(course.startsAt, -1))).toBe(false);
    expect(isRunning(course, course.startsAt)).toBe(true);
    expect(isRunning(course, ms(course.endsAt, -1))).toBe(true);
    expect(isRunning(course, course.endsAt)).toBe(false);
    expect(words({}, course.startsAt).title).toBe('进行中');
    expect(words({}, course.endsAt)).toEqual({
      title: '已结束',
      next: '到场情况由组织单位登记。',
    });
  });

  it('names the next meeting while one is ahead, and none while one is on', () => {
    expect(words({}, at('2026-06-03T12:00')).next).toMatch(/^下次6月9日（周二）19:00。/);
    expect(words({}, at('2026-06-09T19:30')).next).not.toContain('下次6月9日');
    expect(words({}, at('2026-06-30T20:00')).next).toBe('来不了请告诉组织单位。');
  });

  it('has something to read from the evening before its first day', () => {
    expect(isUnderWay(course, ms(course.startsAt, -24 * HOUR))).toBe(false);
    expect(isUnderWay(course, ms(course.startsAt, -24 * HOUR + 1))).toBe(true);
  });
});

describe('a place that is offered', () => {
  const offered = (more: Given, now = before) => words({ status: 'offered', ...more }, now);
  const until = at('2026-06-01T20:00');

  it('says until when, and to whom it goes then', () => {
    expect(offered({ offerExpiresAt: until })).toEqual({
      title: '有名额了，请确认',
      next: '名额为您留到6月1日（周一）20:00，到时不确认就给下一位。',
    });
    expect(offered({ offerExpiresAt: until, named: '甲工会' })).toMatchObject({
      title: '甲工会为您报了名，请确认',
      next: expect.stringContaining('到时不确认就退回'),
    });
    expect(offered({}).next).toBe('请尽快确认，到时不确认就给下一位。');
  });

  it('is gone at its second', () => {
    expect(offered({ offerExpiresAt: until }, until).next).toContain('确认时间已过');
    expect(offered({ offerExpiresAt: until }, ms(until, -1)).next).toContain('名额为您留到');
  });
});

describe('what is told of a booking', () => {
  test.each<[Given, string]>([
    [{ status: 'pending' }, '名额已为您留着。'],
    [{ status: 'pending', dueOn: '2026-06-03' }, '名额已为您留着，6月3日（周三）前答复。'],
    [{ status: 'sent_back', reason: '照片不清楚' }, '照片不清楚'],
    [{ status: 'sent_back' }, '名额仍为您留着。'],
    [{ status: 'refused', reason: '不在服务范围' }, '原因：不在服务范围'],
    [{ status: 'refused' }, '可以看看其他场次。'],
    [{ status: 'cancelled', reason: '台风' }, '原因：台风'],
    [{ status: 'cancelled' }, '名额已经空出来了。'],
    [{ status: 'entered' }, '抽签后把结果通知您，先报后报不影响结果。'],
    [
      { status: 'entered', draw: { seedOn: '2026-06-09' } },
      '6月9日（周二）开奖后公布结果，先报后报不影响结果。',
    ],
  ])('of %j is %s', (given, next) => expect(words(given, before).next).toBe(next));

  it('names the place in the queue', () => {
    expect(words({ status: 'waitlisted', position: 7 }, before).title).toBe('候补中，第 7 位');
    expect(words({ status: 'waitlisted' }, before).title).toBe('候补中，第 1 位');
  });
});

describe('a notice of a booking', () => {
  const booked: NoticeFacts = {
    ...course,
    id: 'b1',
    number: 'YY26-0602-000001',
    kind: 'training',
    version: 3,
    title: '电工班',
    session: '晚班',
    place: '职工服务中心',
  };
  const said = { title: '已预约', body: '电工班晚班', sms: '已预约' };

  it('is a receipt for what its person just did, and sent where there is something to send', () => {
    expect(bookingNotice(booked, 'booked', said)).toMatchObject({
      quiet: true,
      link: '/me/bookings/b1',
      dedupeKey: 'booking:b1:3:booked',
      sms: { template: 'booking_booked', params: { number: booked.number }, text: '已预约' },
    });
    const offered = bookingNotice(booked, 'offered', { title: '有名额了', body: '请确认' });
    expect([offered.quiet, offered.sms]).toEqual([false, undefined]);
  });

  it('of a screening says nothing of what it is', () => {
    const quiet = bookingNotice(
      { ...booked, kind: 'screening', title: '两癌筛查' },
      'booked',
      said,
    );
    expect(JSON.stringify(quiet)).not.toMatch(/两癌|已预约|电工|YY26/);
    expect(quiet).toMatchObject({ link: '/me/bookings/b1', quiet: true });
  });

  it('in short names its first hour, and that there are more days', () => {
    expect(starts(booked, before)).toBe('6月2日（周二）19:00起');
    expect(starts({ ...booked, endsAt: at('2026-06-02T21:00') }, before)).toBe(
      '6月2日（周二）19:00',
    );
  });
});

describe('the number of a booking', () => {
  it('is its day and a running number of six figures', () => {
    expect(bookingNumber('2026-11-24', 123)).toBe('YY26-1124-000123');
    expect(bookingNumber('2026-11-24', 1_234_567)).toBe('YY26-1124-1234567');
  });

  it('is of a child in 托管班 alone', () => {
    expect((['childcare', 'training', 'screening'] as const).map(isForChildren)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
