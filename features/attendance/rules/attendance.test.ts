import { describe, expect, it } from 'vitest';
import { isCourse, meetingOnDay, meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { parseLocalDateTime } from '@/lib/dates';
import { type AttendanceEntry, attendanceStatusOf, type EntryKind } from './attendance-status';
import { readCode } from './code';
import { refuseArrival } from './judge';
import { isMarkedTogether, refuseRoll } from './mark';
import { nearestMeeting, selfCheckIn } from './meeting-days';
import { courseOutcome, rateOf, rateWords, reaches } from './rate';
import { scanWords } from './result';
import { parseSeen, roomWindow, seenText } from './room-code';
import { refuseSelf } from './self-check-in';

const at = (text: string) => parseLocalDateTime(text) ?? new Date(Number.NaN);
/** Tuesdays and Thursdays for two weeks, seven to nine in the evening. */
const course = {
  startsAt: at('2026-06-02T19:00'),
  endsAt: at('2026-06-11T21:00'),
  details: { weekdays: [2, 4], note: '' },
};
const sitting = { ...course, endsAt: at('2026-06-02T21:00'), details: {} };

describe('the meetings of a session', () => {
  it('are its class days, or the one sitting', () => {
    expect(meetingsOf(timedOf(course)).map((m) => m.on)).toEqual([
      '2026-06-02',
      '2026-06-04',
      '2026-06-09',
      '2026-06-11',
    ]);
    expect(isCourse(timedOf(course))).toBe(true);
    expect(isCourse(timedOf(sitting))).toBe(false);
    expect(meetingOnDay(timedOf(course), '2026-06-03')).toBeNull();
  });
  it.each([
    ['before the first', '2026-06-01T12:00', '2026-06-02'],
    ['on a class day', '2026-06-04T08:00', '2026-06-04'],
    ['between two', '2026-06-06T12:00', '2026-06-04'],
    ['after the last', '2026-07-01T12:00', '2026-06-11'],
  ])('an officer most likely means, %s', (_, now, on) => {
    expect(nearestMeeting(meetingsOf(timedOf(course)), at(now))?.on).toBe(on);
  });
  it.each([
    ['2026-06-02T18:29', 'too_early'],
    ['2026-06-02T18:30', null],
    ['2026-06-02T21:00', null],
    ['2026-06-02T21:01', 'too_late'],
    ['2026-06-03T19:30', 'no_meeting'],
  ])('may be checked into alone at %s: %s', (now, refusal) => {
    const found = selfCheckIn(meetingsOf(timedOf(course)), at(now), 30);
    expect('refusal' in found ? found.refusal : null).toBe(refusal);
  });
});

const entry = (seq: number, kind: EntryKind, repeatOf: string | null = null): AttendanceEntry => ({
  seq,
  kind,
  at: at(`2026-06-02T19:0${seq}`),
  repeatOf,
});

describe('attendance of a day', () => {
  it.each<[string, AttendanceEntry[], string, number]>([
    ['nobody has said anything', [], 'none', 0],
    ['scanned', [entry(1, 'in')], 'present', 0],
    ['scanned twice', [entry(1, 'in'), entry(2, 'in', 'first')], 'present', 0],
    ['marked absent', [entry(1, 'absent')], 'absent', 1],
    ['a late scan corrects 缺席', [entry(1, 'absent'), entry(2, 'in')], 'present', 1],
    ['an arrival taken back', [entry(1, 'in'), entry(2, 'undone')], 'none', 1],
    ['in any order of reading', [entry(2, 'excused'), entry(1, 'in')], 'excused', 1],
    ['a repeat never decides', [entry(1, 'absent'), entry(2, 'in', 'x')], 'absent', 1],
  ])('%s', (_, entries, state, round) => {
    expect(attendanceStatusOf(entries)).toMatchObject({ state, round });
  });
  it('keeps who left as having been there', () => {
    const left = attendanceStatusOf([entry(1, 'in'), entry(2, 'out')]);
    expect(left).toMatchObject({ state: 'present', leftAt: at('2026-06-02T19:02') });
  });
});

describe('attendance', () => {
  const held = new Set(['2026-06-02', '2026-06-04', '2026-06-09', '2026-06-11', '2026-06-16']);
  const days = (n: number) => new Map([...held].slice(0, n).map((on) => [on, 'present'] as const));
  it('is meetings attended of meetings held; 请假 is not 到场', () => {
    expect(rateOf(days(4), held)).toEqual({ attended: 4, held: 5 });
    expect(rateOf(new Map([['2026-06-02', 'excused']]), held)).toEqual({ attended: 0, held: 5 });
    expect(rateWords({ attended: 4, held: 5 })).toBe('4/5（80%）');
  });
  it.each([
    [4, 5, 80, true],
    [3, 4, 80, false],
    [7, 9, 78, false],
    [2, 3, 66, true],
    [0, 0, 1, false],
    [5, 5, 100, true],
  ])('%i of %i against %i percent: %s, in whole numbers', (attended, all, needed, enough) => {
    expect(reaches({ attended, held: all }, needed)).toBe(enough);
  });
  it.each([
    [0, 0, null],
    [0, 3, 'absent'],
    [1, 3, 'attended'],
  ])('%i of %i makes the booking %s', (attended, all, outcome) => {
    expect(courseOutcome({ attended, held: all })).toBe(outcome);
  });
});

describe('what is read at the door', () => {
  const token = 'AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0e';
  it.each([
    [`https://gh.example.cn/b/${token}`, 'booking'],
    [`http://10.0.0.5:3000/v/${token}?from=wx`, 'card'],
    [` /b/${token} `, 'booking'],
    ['yy26 0509 000001', 'number'],
    ['ＹＹ26－0509－000001', 'number'],
    [`https://gh.example.cn/c/${token}`, 'foreign'],
    ['https://evil.example/x?/b/abc', 'foreign'],
    ['https://weixin.qq.com/r/xyz', 'foreign'],
    ['', 'foreign'],
  ])('%s is a %s', (text, type) => {
    expect(readCode(text).type).toBe(type);
  });
});

describe('who may come in', () => {
  const door = { ...course, id: 's1', cancelledAt: null };
  const now = at('2026-06-02T19:10');
  it.each([
    ['holds a place', {}, now, null],
    ['has another session', { sessionId: 's2' }, now, 'wrong_session'],
    ['only waits', { status: 'waitlisted' }, now, 'not_holding'],
    ['has cancelled', { status: 'cancelled' }, now, 'not_holding'],
    ['was marked absent by mistake', { status: 'absent' }, now, null],
    ['comes on the wrong day', {}, at('2026-06-01T19:10'), 'wrong_day'],
    ['was scanned by a clock an hour ahead', {}, at('2026-06-02T20:10'), 'clock'],
  ] as const)('%s', (_, change, scannedAt, reason) => {
    const booking = { sessionId: 's1', status: 'booked' as const, ...change };
    expect(refuseArrival(door, booking, scannedAt, now)).toBe(reason);
  });
  it('is told in words, with a colour that never stands alone', () => {
    const repeat = { id: 'x', result: 'repeat', at: at('2026-06-02T14:02').toISOString() } as const;
    expect(scanWords(repeat)).toMatchObject({ tone: 'amber', title: '已签到 14:02' });
    expect(scanWords({ id: 'x', result: 'passed' }).tone).toBe('green');
    expect(scanWords({ id: 'x', result: 'refused', reason: 'unknown' })).toMatchObject({
      tone: 'red',
      title: '不在名单',
    });
  });
});

describe('the roll', () => {
  it.each([
    [null, course, 'no_meeting'],
    [{ from: at('2026-06-04T19:00') }, course, 'not_started'],
    [{ from: at('2026-06-02T19:00') }, course, null],
  ])('is kept once its meeting has begun', (meeting, _, reason) => {
    expect(refuseRoll({ cancelledAt: null }, meeting, at('2026-06-03T08:00'))).toBe(reason);
  });
  it('marks the unmarked together, and takes back only marks', () => {
    expect(isMarkedTogether('none', 'absent')).toBe(true);
    expect(isMarkedTogether('present', 'absent')).toBe(false);
    expect(isMarkedTogether('present', 'none')).toBe(true);
  });
});

describe('the room', () => {
  it('shows a code for half a minute, and accepts it a moment longer', () => {
    const { expiresAt, secondsLeft } = roomWindow(at('2026-06-02T19:00'));
    expect(secondsLeft).toBe(30);
    expect(expiresAt).toEqual(new Date(at('2026-06-02T19:00').getTime() + 50_000));
  });
  it('remembers a scan for one phone', () => {
    const seen = { sessionId: 's1', way: 'poster', browser: 'abcdefghijklmnopqrst' } as const;
    expect(parseSeen(seenText(seen))).toEqual({ ...seen, browser: 'abcdefghijklmnop' });
    expect(parseSeen('nonsense')).toBeNull();
  });
  it('lets whoever already came see so after the end', () => {
    const window = { refusal: 'too_late', opensAt: null } as const;
    const door = { kind: 'training', cancelledAt: null };
    const place = (state: 'none' | 'present') => ({ attendance: { state } });
    expect(refuseSelf({ door, window, places: [place('present')] })).toBeNull();
    expect(refuseSelf({ door, window, places: [place('none')] })?.reason).toBe('too_late');
  });
});
