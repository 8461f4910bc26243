import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { usesAtThatTime, type VenueUse, venueUsedWords } from './venue-use';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const now = at('2026-11-30T09:00');
const times = (from: string, to: string, weekdays: number[] = []) => ({
  ...{ startsAt: at(from), endsAt: at(to), weekdays, off: [] },
});
const use = (sessionId: string, more: Partial<VenueUse> = {}): VenueUse => ({
  sessionId,
  venueId: 'hall',
  venue: '工人文化宫',
  room: '',
  times: times('2026-12-07T14:00', '2026-12-07T17:00'),
  organiser: '江南街道总工会',
  title: '插花课',
  ...more,
});
const asked = (from: string, to: string, id: string | null = null) => ({
  ...{ id, venueId: 'hall', room: '301', times: times(from, to) },
});

describe('a venue used at a time', () => {
  it('is one that shares a moment with another session in it, not a session with itself', () => {
    const uses = [use('a')];
    const found = (...given: Parameters<typeof asked>) =>
      usesAtThatTime(asked(...given), uses).length;
    expect(found('2026-12-07T16:59', '2026-12-07T18:00')).toBe(1);
    expect(found('2026-12-07T17:00', '2026-12-07T18:00')).toBe(0);
    expect(found('2026-12-07T13:00', '2026-12-07T14:00')).toBe(0);
    expect(found('2026-12-07T14:00', '2026-12-07T15:00', 'a')).toBe(0);
    expect(
      usesAtThatTime({ ...asked('2026-12-07T14:00', '2026-12-07T15:00'), venueId: 'other' }, uses),
    ).toEqual([]);
  });

  it('is free in a room beside, where both are named', () => {
    const at = asked('2026-12-07T14:00', '2026-12-07T17:00');
    const rooms = ['', '301', '302'].map((room) => use(`in ${room}`, { room }));
    expect(usesAtThatTime(at, rooms).map(({ room }) => room)).toEqual(['', '301']);
    expect(usesAtThatTime({ ...at, room: '' }, rooms)).toHaveLength(3);
  });

  it('is free on the days between on which a course does not meet', () => {
    const mondays = use('a', { times: times('2026-12-07T14:00', '2026-12-28T17:00', [1]) });
    expect(usesAtThatTime(asked('2026-12-08T14:00', '2026-12-08T17:00'), [mondays])).toEqual([]);
    expect(usesAtThatTime(asked('2026-12-14T14:00', '2026-12-14T17:00'), [mondays])).toHaveLength(
      1,
    );
  });

  it('is said with what, whose and when, and how many; what may not be read has no name', () => {
    expect(venueUsedWords([], now)).toBe('');
    expect(venueUsedWords([use('a')], now)).toBe(
      '“工人文化宫”这段时间已有：插花课（江南街道总工会，12月7日（周一）14:00–17:00）',
    );
    expect(venueUsedWords([use('a', { title: null }), use('b')], now)).toMatch(
      /已有：其他安排（.*）等 2 场$/,
    );
  });
});
