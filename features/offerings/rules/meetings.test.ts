import { describe, expect, it } from 'vitest';
import { gradeBand, gradeLabel, gradeOn } from '@/features/family/rules/grade';
import { clash, daysOf, meetingOnDay, meetingsOf, nextMeeting, periodLiteral } from './meetings';

const at = (local: string) => new Date(`${local}:00+08:00`);
const sitting = (from: string, to: string, weekdays: number[] = []) => ({
  startsAt: at(from),
  endsAt: at(to),
  weekdays,
  off: [] as string[],
});

describe('meetings', () => {
  const evenings = sitting('2026-06-22T19:30', '2026-07-03T21:00', [1, 3, 5]);

  it('of a course are its evenings only', () => {
    const days = meetingsOf(evenings).map((m) => m.from.toISOString().slice(0, 10));
    expect(days).toEqual([
      '2026-06-22',
      '2026-06-24',
      '2026-06-26',
      '2026-06-29',
      '2026-07-01',
      '2026-07-03',
    ]);
    expect(meetingsOf(evenings)[0]?.to).toEqual(at('2026-06-22T21:00'));
  });

  it('leave the morning of the same day and the evening between free', () => {
    expect(clash(evenings, sitting('2026-06-24T08:00', '2026-06-24T12:00'))).toBe(false);
    expect(clash(evenings, sitting('2026-06-23T19:30', '2026-06-23T21:00'))).toBe(false);
    expect(clash(evenings, sitting('2026-06-24T20:59', '2026-06-24T22:00'))).toBe(true);
  });

  it('that touch do not clash', () => {
    const morning = sitting('2026-06-24T08:00', '2026-06-24T12:00');
    expect(clash(morning, sitting('2026-06-24T12:00', '2026-06-24T14:00'))).toBe(false);
    expect(clash(morning, sitting('2026-06-24T11:59', '2026-06-24T14:00'))).toBe(true);
  });

  it('stand as one multirange for the constraint', () => {
    expect(periodLiteral(sitting('2026-06-24T08:00', '2026-06-24T12:00'))).toBe(
      '{[2026-06-24T00:00:00.000Z,2026-06-24T04:00:00.000Z)}',
    );
    expect(periodLiteral(evenings).match(/\[/g)).toHaveLength(6);
  });

  it('fall back to the whole span when no day of the week fits', () => {
    expect(meetingsOf(sitting('2026-06-22T08:00', '2026-06-23T12:00', [6]))).toHaveLength(1);
  });
});

describe('the meetings of a course', () => {
  it('of a class without weekdays are every day, and not the nights between', () => {
    const week = sitting('2026-12-08T10:00', '2026-12-14T17:00');
    expect(meetingsOf(week)).toHaveLength(7);
    expect(clash(week, sitting('2026-12-08T19:00', '2026-12-08T21:00'))).toBe(false);
    expect(clash(week, sitting('2026-12-09T16:59', '2026-12-09T21:00'))).toBe(true);
  });

  it('leave out the days on which it does not meet after all', () => {
    const term = { ...sitting('2027-03-29T16:30', '2027-05-03T18:30', [1]), off: ['2027-04-05'] };
    expect(meetingsOf(term).map((m) => m.from.toISOString().slice(5, 10))).toEqual([
      '03-29',
      '04-12',
      '04-19',
      '04-26',
      '05-03',
    ]);
    expect(meetingOnDay(term, '2027-04-05')).toBeNull();
    expect(meetingOnDay(term, '2027-04-12')?.from).toEqual(at('2027-04-12T16:30'));
  });

  it.each([
    ['2026-06-22T19:00', '2026-06-22T19:30'],
    ['2026-06-22T20:59', '2026-06-22T19:30'],
    ['2026-06-22T21:00', '2026-06-24T19:30'],
    ['2026-07-03T21:00', null],
  ])('at %s go on with %s', (now, next) => {
    const evenings = sitting('2026-06-22T19:30', '2026-07-03T21:00', [1, 3, 5]);
    expect(nextMeeting(evenings, at(now))?.from ?? null).toEqual(next && at(next));
  });

  it('over a night are one stretch', () => {
    expect(meetingsOf(sitting('2026-06-22T22:00', '2026-06-23T06:00'))).toHaveLength(1);
  });
});

describe('grades', () => {
  it.each([
    [2024, '2026-05-31', 2],
    [2024, '2026-06-01', 3],
    [2024, '2026-09-01', 3],
    [2024, '2027-01-20', 3],
    [2026, '2026-07-06', 1],
    [2027, '2026-07-06', 0],
  ])('entered %i is on %s in grade %i', (entry, on, grade) => {
    expect(gradeOn(entry, on)).toBe(grade);
  });

  it('are said as parents say them', () => {
    expect([-3, -1, 0, 1, 6, 7, 12, 13].map(gradeLabel)).toEqual([
      '小班或更小',
      '中班',
      '大班',
      '一年级',
      '六年级',
      '七年级',
      '高三',
      '已毕业',
    ]);
    expect(gradeBand(2, 6)).toBe('二至六年级');
    expect(gradeBand(1, 1)).toBe('一年级');
    expect(gradeBand(2, undefined)).toBe('二年级及以上');
    expect(gradeBand(undefined, 6)).toBe('六年级及以下');
    expect(gradeBand(undefined, undefined)).toBe('不限年级');
  });
});

describe('the days of a session', () => {
  const of = (from: string, to: string, more = {}) => ({
    startsAt: new Date(`${from}+08:00`),
    endsAt: new Date(`${to}+08:00`),
    weekdays: [],
    off: [],
    ...more,
  });

  it('of one sitting is its own stretch to the second, whatever weekdays stand beside it', () => {
    const session = of('2026-07-06T08:30:15', '2026-07-06T11:30:45', {
      weekdays: [0],
      off: ['2026-07-06'],
    });
    expect(meetingsOf(session)).toEqual([
      { on: '2026-07-06', from: session.startsAt, to: session.endsAt },
    ]);
  });

  it('of one sitting keeps its seconds also where no weekday is named', () => {
    const session = of('2026-07-06T08:30:15', '2026-07-06T11:30:45');
    expect(meetingsOf(session)[0]).toMatchObject({ from: session.startsAt, to: session.endsAt });
  });

  it('are no more than four hundred, and none where it ends at the hour at which it begins', () => {
    expect(daysOf(of('2026-01-01T08:30', '2027-12-31T11:30'))).toHaveLength(400);
    expect(daysOf(of('2026-07-06T08:30', '2026-07-08T08:30'))).toEqual([]);
  });

  it('have no next meeting once the last is over, at its very end', () => {
    const session = of('2026-07-06T08:30', '2026-07-08T11:30');
    expect(nextMeeting(session, new Date('2026-07-07T03:30:00Z'))?.on).toBe('2026-07-08');
    expect(nextMeeting(session, session.endsAt)).toBeNull();
  });

  it('leave the hours after theirs to another course of the same days', () => {
    const morning = of('2026-07-06T09:00', '2026-07-10T11:00');
    const noon = of('2026-07-06T11:00', '2026-07-10T12:00');
    const early = of('2026-07-06T10:59', '2026-07-10T12:00');
    expect([clash(morning, noon), clash(noon, morning)]).toEqual([false, false]);
    expect([clash(morning, early), clash(early, morning)]).toEqual([true, true]);
  });
});
