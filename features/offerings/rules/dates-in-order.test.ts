import { describe, expect, it, test } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { allocationTerms } from '../schema/allocation';
import { type DatedOffering, datesOutOfOrder, newlyOutOfOrder } from './dates-in-order';
import { seedDayError } from './seed-day';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const now = at('2026-06-15T12:00');
const sound: DatedOffering = {
  bookingOpensAt: at('2026-06-20T10:00'),
  bookingClosesAt: at('2026-06-25T10:00'),
  allocation: 'first_come',
  terms: allocationTerms.parse({}),
  rules: {},
  sessions: [
    { id: 's1', startsAt: at('2026-07-06T08:30') },
    { id: 's2', startsAt: at('2026-07-08T08:30') },
  ],
  carveOuts: [],
};
const gaps = (more: Partial<DatedOffering>) => datesOutOfOrder({ ...sound, ...more }, now);
const fields = (more: Partial<DatedOffering>) => gaps(more).map((gap) => gap.at);
const kept = (more: Partial<DatedOffering['carveOuts'][number]> = {}) => ({
  carveOuts: [
    {
      sessionId: 's1',
      label: '骑手',
      returnsAt: at('2026-07-01T08:00'),
      returnedAt: null,
      ...more,
    },
  ],
});

describe('the dates of an offering', () => {
  it('are in order, and nothing is said of those that are not set', () => {
    expect(gaps({})).toEqual([]);
    expect(gaps({ bookingOpensAt: null })).toEqual([]);
    expect(gaps({ bookingClosesAt: null })).toEqual([]);
    expect(gaps({ sessions: [] })).toEqual([]);
    expect(gaps({ bookingOpensAt: null, bookingClosesAt: null, sessions: [] })).toEqual([]);
  });

  test.each([
    [{ bookingClosesAt: at('2026-06-20T10:00') }, ['bookingClosesAt']],
    [{ bookingClosesAt: at('2026-06-20T10:01') }, []],
    [{ bookingClosesAt: at('2026-07-08T08:30') }, []],
    [{ bookingClosesAt: at('2026-07-08T08:31') }, ['bookingClosesAt']],
    [{ bookingOpensAt: at('2026-07-08T08:29'), bookingClosesAt: null }, []],
    [{ bookingOpensAt: at('2026-07-08T08:30'), bookingClosesAt: null }, ['bookingOpensAt']],
    [{ rules: { bornTo: '2026-07-05' } }, []],
    [{ rules: { bornTo: '2026-07-06' } }, ['bornTo']],
    [{ rules: { bornTo: '2026-07-06' }, sessions: [] }, []],
  ])('with %j are wrong at %j', (more, wrong) => expect(fields(more)).toEqual(wrong));

  it('that are wrong are named with their days and where to put them right', () => {
    expect(gaps({ bookingClosesAt: at('2026-07-09T10:00') })).toEqual([
      {
        at: 'bookingClosesAt',
        text: '截止报名（7月9日）晚于最后一场（7月8日），请改早',
        page: 'edit',
      },
    ]);
  });
});

describe('the day on which a group’s places are let go', () => {
  test.each([
    ['before the session', {}, null],
    ['as the session begins', { returnsAt: at('2026-07-06T08:30') }, '要早于开始时间'],
    ['now', { returnsAt: now }, '已过，请改到以后'],
    ['a minute from now', { returnsAt: at('2026-06-15T12:01') }, null],
    ['long past and done', { returnsAt: now, returnedAt: now }, null],
    ['never', { returnsAt: null }, null],
    ['of a session that does not stand', { sessionId: 's9', returnsAt: now }, null],
  ])('%s: %s', (_what, more, why) => {
    const found = gaps(kept(more));
    expect(found).toEqual(
      why === null
        ? []
        : [{ at: 'returnsAt', text: `预留“骑手”的放出时间${why}`, page: 'sessions/s1' }],
    );
  });
});

describe('the day whose number decides a draw', () => {
  const around = { bookingClosesAt: at('2026-06-25T10:00'), firstStartsAt: at('2026-07-06T08:30') };
  const said = (seedOn: string | undefined, more = {}) =>
    seedDayError(seedOn, { ...around, ...more }, now);

  test.each([
    [undefined, '请填用哪一天的开奖号'],
    ['2026-06-14', '这一天已过，请选以后的日子'],
    ['2026-06-25', '要晚于截止报名的日子（6月25日（周四）），先封存名单再开奖'],
    ['2026-06-26', null],
    ['2026-07-05', null],
    ['2026-07-06', '要早于第一场（7月6日（周一））'],
  ])('%s: %s', (seedOn, why) => expect(said(seedOn)).toBe(why));

  it('may be today, where nothing stands around it', () => {
    expect(said('2026-06-15', { bookingClosesAt: null, firstStartsAt: null })).toBeNull();
  });

  it('is asked only of a service that draws', () => {
    expect(fields({ allocation: 'draw' })).toEqual(['seedOn']);
    expect(fields({ allocation: 'priority' })).toEqual(['seedOn']);
    expect(fields({ allocation: 'unit' })).toEqual([]);
  });
});

describe('an edit', () => {
  it('is told only of what it puts out of order itself', () => {
    const before = { ...sound, ...kept({ returnsAt: now }) };
    const after = { ...before, rules: { bornTo: '2026-07-06' } };
    expect(newlyOutOfOrder(before, before, now)).toEqual([]);
    expect(newlyOutOfOrder(before, after, now).map((gap) => gap.at)).toEqual(['bornTo']);
  });
});
