import { describe, expect, it } from 'vitest';
import { bookingStatuses } from '@/db/schema/enums';
import { bookingStatusWords } from '@/features/bookings/rules/booking-words';
import { pickUpPeople } from '@/features/bookings/rules/pick-up';
import { entryYearOptions } from '@/features/family/rules/entry-years';
import { bookPlaceInput } from '../schema/booking';
import { catalogueFilter, choiceQuery } from '../schema/catalogue';
import { missingAnswers } from './answers';
import { childHint, maskedChildWords } from './attendee-choices';
import { cardState } from './card-state';
import { catalogueHref, changed } from './catalogue-links';
import { chooseDay } from './days';
import { pickSession, pickWho } from './pick';

const at = (local: string) => new Date(`${local}:00+08:00`);
const now = at('2026-06-15T12:06');
const uuid = '018f0000-0000-7000-8000-000000000001';
const input = (more: Record<string, unknown>) =>
  bookPlaceInput.parse({ offeringId: uuid, sessionId: uuid, who: 'self', ...more });

describe('a card', () => {
  const card = {
    status: 'published' as const,
    bookingOpensAt: at('2026-06-01T10:00'),
    bookingClosesAt: null,
    lastEndsAt: at('2026-07-31T18:00'),
    waitlistMax: undefined,
    capacity: 30,
    taken: 24,
    waiting: 0,
    freeSessions: 1,
    allocation: 'first_come' as const,
    entered: 0,
    mine: null,
  };
  it.each([
    [{}, { tag: null, note: '立即预约', showsSeats: true }],
    [
      { taken: 30, freeSessions: 0, waiting: 4 },
      { tag: null, note: '候补 4 人' },
    ],
    [
      { taken: 30, freeSessions: 0, waitlistMax: 0 },
      { tag: null, note: '' },
    ],
    [{ bookingOpensAt: at('2026-06-25T10:00') }, { note: '6月25日（周四）10:00 开放' }],
    [{ bookingOpensAt: at('2026-06-25T10:00') }, { tag: { tone: 'neutral', label: '未开始' } }],
    [
      { allocation: 'draw' as const, entered: 22 },
      { tag: null, note: '30 个名额，22 人报名，抽签', showsSeats: false },
    ],
    [{ allocation: 'unit' as const }, { note: '由单位报名' }],
    [{ status: 'closed' as const }, { tag: { tone: 'neutral', label: '报名已截止' } }],
    [{ mine: 'waitlisted' as const }, { tag: { tone: 'neutral', label: '候补中' }, note: '' }],
    [{ mine: 'booked' as const }, { tag: { tone: 'success', label: '已预约' } }],
    [{ status: 'finished' as const }, { tag: { tone: 'neutral', label: '已结束' } }],
    [{ status: 'cancelled' as const }, { tag: { label: '已取消' }, note: '', showsSeats: true }],
    [{ bookingOpensAt: at('2026-06-25T10:00') }, { showsSeats: false }],
    [
      { mine: 'entered' as const, bookingOpensAt: at('2026-06-25T10:00') },
      { tag: { tone: 'info', label: '待抽签' }, showsSeats: false },
    ],
    [{ mine: 'offered' as const }, { tag: { tone: 'warning' }, showsSeats: true }],
    // One session of several has a place: nobody waits for that one.
    [
      { taken: 30, waiting: 4, freeSessions: 1 },
      { note: '立即预约', seats: { capacity: 30, taken: 29, waiting: 0 } },
    ],
  ])('%j says %j', (more, says) => {
    expect(cardState({ ...card, ...more }, now)).toMatchObject(says);
  });
});

describe('choosing', () => {
  const sitting = (id: string, local: string, more = {}) => ({
    ...{ id, startsAt: at(local), cancelled: false, capacity: 10, taken: 0, waiting: 0 },
    ...more,
  });
  it('takes the session asked for, else the first with a place, else the first ahead', () => {
    const full = sitting('full', '2026-07-01T08:00', { taken: 10 });
    const free = sitting('free', '2026-07-02T08:00');
    const past = sitting('past', '2026-06-01T08:00');
    expect(pickSession([past, full, free], 'full', now)?.id).toBe('full');
    expect(pickSession([past, full, free], 'past', now)?.id).toBe('free');
    expect(pickSession([past, full], undefined, now)?.id).toBe('full');
    expect(pickSession([past], undefined, now)).toBeNull();
    expect(pickSession([sitting('now', '2026-06-15T12:06')], 'now', now)).toBeNull();
  });

  it('takes who was asked for, else the first who may', () => {
    const v = (who: string, eligible: boolean) => ({ who, general: { eligible } });
    expect(pickWho([v('a', false), v('b', true)], undefined)?.who).toBe('b');
    expect(pickWho([v('a', false), v('b', true)], 'a')?.who).toBe('a');
    expect(pickWho([v('a', false), v('b', false)], 'gone')?.who).toBe('a');
    expect(pickWho([], 'a')).toBeNull();
  });

  it('goes day by day only when there are many slots', () => {
    const slots = Array.from({ length: 10 }, (_, n) =>
      sitting(
        `s${n}`,
        `2026-07-0${1 + Math.floor(n / 5)}T${String(8 + (n % 5)).padStart(2, '0')}:00`,
      ),
    );
    const asked = { session: undefined, day: undefined };
    expect(chooseDay(slots.slice(0, 4), asked)).toMatchObject({ days: [], day: null });
    expect(chooseDay(slots, asked)).toMatchObject({ day: '2026-07-01' });
    const second = chooseDay(slots, { ...asked, session: 's7' });
    expect([second.day, second.sessions.map((s) => s.id)]).toEqual([
      '2026-07-02',
      ['s5', 's6', 's7', 's8', 's9'],
    ]);
    expect(chooseDay(slots, { session: 's7', day: '2026-07-01' }).day).toBe('2026-07-01');
    expect(chooseDay(slots.slice(0, 8), asked)).toMatchObject({ days: [], day: null });
    const oneDay = Array.from({ length: 9 }, (_, n) => sitting(`d${n}`, `2026-07-01T0${n}:00`));
    expect(chooseDay(oneDay, asked)).toMatchObject({ days: [], day: null, sessions: oneDay });
    expect(chooseDay(slots, { ...asked, day: '2026-07-02' }).day).toBe('2026-07-02');
    expect(chooseDay(slots, { ...asked, day: '2030-01-01' }).day).toBe('2026-07-01');
  });

  it('describes a child as parents do', () => {
    const child = {
      sex: 'female' as const,
      birthOn: '2017-05-20',
      schoolEntryYear: 2024,
      relation: 'mother',
    };
    expect(childHint(child, now, '2026-07-06')).toBe('女儿 · 9 岁 · 秋季读三年级');
    expect(childHint({ ...child, relation: 'grandparent' }, now, '2026-07-06')).toMatch(/^女孩/);
    const boy = { ...child, sex: 'male' as const };
    expect(childHint({ ...boy, relation: 'father' }, now, '2026-07-06')).toMatch(/^儿子/);
    expect(childHint({ ...boy, relation: null }, now, '2026-07-06')).toMatch(/^男孩/);
    expect(childHint(child, now, '2026-06-20')).toMatch(/秋季读三年级$/);
    expect(childHint(child, now, '2026-05-31')).toMatch(/ · 读二年级$/);
    expect(childHint(child, at('2026-09-01T08:00'), '2026-10-01')).toMatch(/ · 读三年级$/);
    expect(childHint(child, at('2026-11-24T12:00'), '2027-01-25')).toMatch(/ · 读三年级$/);
  });

  it('is told from a sibling with one masked name by grade and sex', () => {
    const child = { masked: '陆**', sex: 'female', schoolEntryYear: 2023 } as const;
    expect(maskedChildWords(child, '2026-05-31')).toBe('陆**，三年级，女孩');
    expect(maskedChildWords({ ...child, sex: 'male', schoolEntryYear: 2024 }, '2026-05-31')).toBe(
      '陆**，二年级，男孩',
    );
  });

  it('offers the grades by the year of entering school', () => {
    const labels = entryYearOptions('2026-11-24').map((o) => o.label);
    expect(labels).toContain('现在读一年级（2026年上一年级）');
    expect(entryYearOptions('2026-07-01').map((o) => o.label)).toContain(
      '秋季读一年级（2026年上一年级）',
    );
  });
});

describe('addresses', () => {
  it('keep what is set, leave out defaults, and start a change at page one', () => {
    const filter = catalogueFilter.parse({ q: ' 电工 ', open: '1', page: '3' });
    expect(catalogueHref(filter)).toBe('/services?q=%E7%94%B5%E5%B7%A5&open=1&page=3');
    expect(changed(filter, { open: false, kind: 'training' })).toBe(
      '/services?q=%E7%94%B5%E5%B7%A5&kind=training',
    );
    expect(catalogueHref(catalogueFilter.parse({}))).toBe('/services');
    const all = catalogueFilter.parse({ kind: 'childcare', when: 'week', town: uuid, free: '1' });
    expect(catalogueHref(all, { panel: 'when' })).toBe(
      `/services?kind=childcare&when=week&town=${uuid}&free=1&panel=when`,
    );
  });

  it('never fail on nonsense', () => {
    const odd = { q: 'a\u0000b', kind: ['x', 'y'], when: '1', town: "' or 1=1", page: '1e9' };
    expect(catalogueFilter.parse(odd)).toMatchObject({ q: 'a b', kind: null, town: null, page: 1 });
    expect(choiceQuery.parse({ who: 'x', s: ['y'], day: '2026-02-30' })).toEqual({});
    expect(choiceQuery.parse({ who: uuid, s: uuid })).toEqual({ who: uuid, s: uuid });
  });
});

describe('answers', () => {
  it('of pick-up people count when all three parts are there', () => {
    const people = pickUpPeople(
      input({
        pickUpName1: '陈奶奶',
        pickUpRelation1: '奶奶',
        pickUpPhone1: '139 0000 0009',
        pickUpName2: '半',
      }),
    );
    expect(people).toEqual([{ name: '陈奶奶', relation: '奶奶', phone: '13900000009' }]);
  });

  it('that are missing are named by field, and nothing is asked that the offering does not ask', () => {
    const training = { kind: 'training' as const, asksHealthNotes: false };
    expect(missingAnswers(training, input({}))).toEqual({});
    expect(missingAnswers({ ...training, kind: 'screening' }, input({}))).toHaveProperty(
      'screeningConsent',
    );
    const half = missingAnswers({ ...training, kind: 'childcare' }, input({ pickUpName1: '半' }));
    // Beside what is empty, never beside what is filled.
    expect(Object.keys(half)).toEqual(['pickUpRelation1', 'pickUpPhone1']);
  });

  it('say how each booking stands, in a title and the next step', () => {
    const b = {
      position: 3,
      startsAt: at('2026-07-06T08:30'),
      endsAt: at('2026-07-06T11:30'),
      sessionDetails: {},
      cancelHours: 24,
      dueOn: '2026-06-18',
      reason: null,
    };
    for (const status of bookingStatuses) {
      const words = bookingStatusWords({ ...b, status }, now);
      expect(words.title).not.toBe('');
      expect(words.next).not.toBe('');
    }
    expect(bookingStatusWords({ ...b, status: 'waitlisted' }, now).title).toBe('候补中，第 3 位');
    expect(bookingStatusWords({ ...b, status: 'pending' }, now).next).toContain(
      '6月18日（周四）前答复',
    );
  });
});
