import { describe, expect, it } from 'vitest';
import type { BookingStatus } from '@/features/bookings/rules/booking';
import type { ScanRefusal } from './judge';
import { parseSeen, seenText } from './room-code';
import { sortScans } from './sort-scans';

const at = (minutes: number) => new Date(Date.UTC(2026, 5, 2, 11, minutes));
const now = at(30);
const door = {
  id: 's1',
  offeringId: 'o1',
  startsAt: at(0),
  endsAt: at(120),
  details: {},
  cancelledAt: null,
};
const holder = (bookingId: string, more = {}) => ({
  bookingId,
  sessionId: 's1',
  offeringId: 'o1',
  status: 'booked' as BookingStatus,
  session: '第一班',
  startsAt: at(0),
  ...more,
});
type Holder = ReturnType<typeof holder>;
const scan = (
  id: string,
  minute: number,
  whose: Holder | null,
  refusal: ScanRefusal | null = null,
) => ({ id, at: at(minute), holder: whose, refusal });
const entry = (id: string, bookingId: string, more = {}) => ({
  id,
  bookingId,
  meetingOn: '2026-06-02',
  seq: 1,
  kind: 'in' as const,
  at: at(1),
  repeatOf: null,
  ...more,
});
type Entry = ReturnType<typeof entry>;
const sorted = (scans: ReturnType<typeof scan>[], known: (Entry | object)[] = []) => {
  const out = sortScans(scans, known as Entry[], door, now);
  return {
    fresh: out.fresh.map(({ id, round }) => [id, round]),
    repeats: out.repeats.map(({ scan: one, round, first }) => [one.id, round, first?.id ?? null]),
    replays: out.replays.map(({ scan: one, entry: of }) => [one.id, of.id]),
    refused: out.refused.map(({ scan: one, reason, detail }) => [one.id, reason, detail]),
  };
};
const nothing = { fresh: [], repeats: [], replays: [], refused: [] };

describe('scans of a door', () => {
  it('let each person in once, by the first of them, in whatever order they arrive', () => {
    const scans = [scan('late', 5, holder('b1')), scan('early', 2, holder('b1'))];
    expect(sorted([...scans, scan('other', 3, holder('b2'))])).toEqual({
      ...nothing,
      fresh: [
        ['early', 0],
        ['other', 0],
      ],
      repeats: [['late', 0, null]],
    });
  });

  it('repeat an entry that is there, and name the one that came first', () => {
    const known = [entry('in', 'b1'), entry('again', 'b1', { seq: 2, repeatOf: 'in', at: at(2) })];
    expect(sorted([scan('more', 5, holder('b1'))], known)).toEqual({
      ...nothing,
      repeats: [['more', 0, 'in']],
    });
  });

  it('let a person in once more after an arrival was taken back, under the next round', () => {
    const undone = entry('undo', 'b1', { seq: 2, kind: 'undone', at: at(3) });
    const scans = [scan('back', 5, holder('b1')), scan('twice', 6, holder('b1'))];
    expect(sorted(scans, [entry('in', 'b1'), undone])).toEqual({
      ...nothing,
      fresh: [['back', 1]],
      repeats: [['twice', 1, null]],
    });
  });

  it('of another day say nothing of this one', () => {
    const yesterday = entry('in', 'b1', { meetingOn: '2026-06-01' });
    expect(sorted([scan('a', 5, holder('b1'))], [yesterday]).fresh).toEqual([['a', 0]]);
    expect(sorted([scan('a', 5, holder('b1'))], [entry('in', 'b2')]).fresh).toEqual([['a', 0]]);
  });

  it('sent again under their id are replays, and a broken device where the code is another’s', () => {
    const known = [entry('same', 'b1')];
    expect(sorted([scan('same', 1, holder('b1'))], known)).toEqual({
      ...nothing,
      replays: [['same', 'same']],
    });
    expect(sorted([scan('same', 1, holder('b2'))], known)).toEqual({
      ...nothing,
      refused: [['same', 'unreadable', undefined]],
    });
  });

  it('that cannot be read are refused with what the reader said, or as nobody’s', () => {
    const scans = [
      scan('forged', 1, holder('b1'), 'forged'),
      scan('nobody', 2, null, 'expired'),
      scan('blank', 3, null),
    ];
    expect(sorted(scans, [entry('forged', 'b1')]).refused).toEqual([
      ['forged', 'forged', undefined],
      ['nobody', 'expired', undefined],
      ['blank', 'unknown', undefined],
    ]);
  });

  it('of who holds no place are told by the status', () => {
    const refused = holder('b1', { status: 'refused' });
    expect(sorted([scan('a', 1, refused)]).refused).toEqual([
      ['a', 'not_holding', '状态是“未通过”'],
    ]);
  });

  it('of another session name it only where it is of the same service', () => {
    const evening = holder('b1', { sessionId: 's2', session: '晚班' });
    const [[, reason, detail] = []] = sorted([scan('a', 1, evening)]).refused;
    expect([reason, detail]).toEqual(['wrong_session', expect.stringContaining('晚班')]);
    const elsewhere = { ...evening, offeringId: 'o2' };
    expect(sorted([scan('a', 1, elsewhere)]).refused).toEqual([['a', 'wrong_session', undefined]]);
  });

  it('of an empty batch are none', () => expect(sorted([])).toEqual(nothing));
});

describe('what a phone keeps of a scan', () => {
  it.each(['poster', 'room_code'] as const)('is read again as it was written: %s', (way) => {
    const seen = { sessionId: 's1', way, browser: 'a'.repeat(16) };
    expect(parseSeen(seenText(seen))).toEqual(seen);
  });

  it('is null for what is not whole', () => {
    for (const subject of ['', 's1', 's1|', 's1|x|a', '|r|a', 's1|r']) {
      expect(parseSeen(subject)).toBeNull();
    }
  });
});
