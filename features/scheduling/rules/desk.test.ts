import { describe, expect, it } from 'vitest';
import { refuseMark } from '@/features/rolls/rules/attendance';
import { parseLocalDateTime, todayOn } from '@/lib/dates';
import { changeOfferingInput, createOfferingInput } from '../schema/manage-offering';
import { addSessionInput, addSlotsInput } from '../schema/manage-session';
import { nextRoundOn, shiftBirthdays, shiftInstant, shiftYears } from './copy';
import { changedFields, formValuesOf } from './offering-form';
import { slotsOf } from './slots';

const at = (local: string): Date => {
  const instant = parseLocalDateTime(local);
  if (!instant) throw new Error(local);
  return instant;
};
const now = at('2026-06-15T12:00');

describe('a copy', () => {
  it('moves by days at the same hour', () => {
    const moved = shiftInstant(at('2026-07-06T08:30'), 30);
    expect(moved).toEqual(at('2026-08-05T08:30'));
    expect(() => shiftInstant(at('9999-12-31T08:30'), 1)).toThrow(RangeError);
  });

  it('moves a birthday window by whole years, and nothing else', () => {
    const rules = { bornFrom: '2020-02-29', bornTo: '2021-08-31', ageMin: 3 };
    expect(shiftBirthdays(rules, 1)).toEqual({
      bornFrom: '2021-02-28',
      bornTo: '2022-08-31',
      ageMin: 3,
    });
    expect(Object.keys(shiftBirthdays({ ageMin: 3 }, 1))).toEqual(['ageMin']);
    expect(shiftBirthdays({ bornTo: '2021-08-31' }, 2)).toEqual({ bornTo: '2023-08-31' });
    expect(shiftBirthdays({ bornFrom: null }, 1)).toEqual({ bornFrom: null });
  });

  it.each([
    ['2026-07-06', true, '2027-07-05'],
    ['2023-07-03', true, '2026-07-06'],
    ['2026-06-10', false, '2026-07-08'],
    ['2026-01-05', false, '2026-06-22'],
    // Four weeks later would be today: a copy begins in the future.
    ['2026-05-18', false, '2026-07-13'],
  ])('of one that began on %s (yearly: %s) begins on %s', (first, yearly, expected) => {
    expect(nextRoundOn(first, yearly, now)).toBe(expected);
  });

  it('carries the year in words, and no other number', () => {
    expect(shiftYears('2026年暑期，电话 20261234，第2026期', 1)).toBe(
      '2027年暑期，电话 20261234，第2027期',
    );
    expect(shiftYears('2026', 0)).toBe('2026');
  });
});

describe('slotsOf', () => {
  const typed = {
    offeringId: '0198f1f0-0000-7000-8000-000000000000',
    place: '区妇幼保健院',
    startsOn: '2026-06-26',
    endsOn: '2026-06-29',
    weekdays: ['1', '5'],
    morning: 'yes',
    morningFrom: '08:00',
    morningTo: '11:30',
    afternoon: 'yes',
    afternoonFrom: '14:30',
    afternoonTo: '17:00',
    capacity: '20',
  };
  const plan = addSlotsInput.parse(typed);

  it('makes hospital × day × half-day on the days asked for', () => {
    const slots = slotsOf(plan, () => true);
    expect(slots.map((s) => s.title)).toEqual([
      '6月26日（周五）上午',
      '6月26日（周五）下午',
      '6月29日（周一）上午',
      '6月29日（周一）下午',
    ]);
    expect(slots[0]?.endsAt).toEqual(at('2026-06-26T11:30'));
  });

  it('leaves out what is not open', () => {
    expect(slotsOf({ ...plan, afternoon: false }, (on) => on > '2026-06-26')).toHaveLength(1);
  });

  it('makes them every day where no weekday was asked for', () => {
    const days = slotsOf({ ...plan, weekdays: [], afternoon: false }, () => true);
    expect(days.map((s) => todayOn(s.startsAt))).toEqual([
      '2026-06-26',
      '2026-06-27',
      '2026-06-28',
      '2026-06-29',
    ]);
  });

  it('makes none of a time that is none', () => {
    for (const wrong of [{ morningFrom: '8点' }, { morningTo: '24:30' }]) {
      expect(() => slotsOf({ ...plan, ...wrong }, () => true)).toThrow(RangeError);
    }
  });

  it('says what is wrong at its field', () => {
    const bad = addSlotsInput.safeParse({
      ...typed,
      morning: undefined,
      afternoon: undefined,
      endsOn: '2026-06-01',
    });
    expect(bad.error?.issues.map((issue) => issue.path[0])).toEqual(['endsOn', 'morning']);
  });
});

describe('refuseMark', () => {
  const session = { startsAt: now, cancelledAt: null };
  const early = new Date(now.getTime() - 1);
  const nextDay = new Date(now.getTime() + 86_400_000);
  it.each([
    [session, null, 'attended', now, null],
    [session, null, 'attended', early, 'not_started'],
    [{ ...session, kind: 'childcare' }, null, 'attended', now, 'by_class_staff'],
    [{ ...session, kind: 'childcare' }, null, 'absent', nextDay, null],
    [{ ...session, cancelledAt: early }, null, 'absent', now, 'session_cancelled'],
    [session, { status: 'booked' }, 'attended', now, null],
    [session, { status: 'absent' }, 'attended', now, null],
    [session, { status: 'attended' }, 'booked', now, null],
    [session, { status: 'pending' }, 'attended', now, 'not_holding'],
    [session, { status: 'waitlisted' }, 'booked', now, 'not_holding'],
    [session, { status: 'pending' }, 'booked', now, 'not_holding'],
    [session, { status: 'cancelled' }, 'absent', now, 'not_holding'],
  ] as const)('%o, %o to %s → %s', (s, booking, to, when, expected) => {
    expect(refuseMark(s, booking, to, when)).toBe(expected);
  });
});

describe('the form of an offering', () => {
  const typed = {
    kind: 'screening',
    title: '女职工健康检查',
    visibility: 'all',
    cancelHours: '48',
    fee: '0',
    membersOnly: 'yes',
    sex: 'female',
    ageMin: '35',
    ageMax: '64',
    gradeMin: '2',
    repeatMonths: '36',
    repeatOf: 'kind',
    items: '乳腺彩超\n\n HPV ',
    notesBefore: '避开经期',
    asksHealthNotes: 'yes',
    term: '2026',
    hospitalPhone: '',
    bookingOpensAt: '2026-06-20T10:00',
    bookingClosesAt: '2026-06-25T10:00',
  };
  const offeringId = '0198f1f0-0000-7000-8000-000000000000';
  const create = (more = {}) =>
    createOfferingInput.safeParse({ ...typed, ...more, organisationId: offeringId });

  it('keeps of each kind only its own, and never asks a worker for health notes', () => {
    const { content } = createOfferingInput.parse({ ...typed, organisationId: offeringId });
    expect(content).toMatchObject({
      asksHealthNotes: false,
      term: null,
      rules: { sex: 'female', ageMin: 35, repeatMonths: 36 },
      details: { items: ['乳腺彩超', 'HPV'], notesBefore: ['避开经期'] },
    });
    expect(content.rules.gradeMin).toBeUndefined();
  });

  it('opens again with what was stored', () => {
    const { content } = createOfferingInput.parse({ ...typed, organisationId: offeringId });
    const values = formValuesOf(content);
    expect(values).toMatchObject({ items: '乳腺彩超\nHPV', ageMin: '35', membersOnly: 'yes' });
    const again = createOfferingInput.parse({ ...values, organisationId: offeringId });
    expect(again.content).toEqual(content);
    expect(changedFields(content, again.content)).toEqual([]);
    const renamed = { ...again.content, title: '别的', rules: { ageMin: 40 } };
    expect(changedFields(content, renamed)).toEqual(['名称', '报名条件']);
  });

  it('opens without the fields that are empty, with lists as they are chosen and money in yuan', () => {
    const of = (more: object) =>
      formValuesOf(
        createOfferingInput.parse({ ...typed, ...more, organisationId: offeringId }).content,
      );
    const values = of({ contactPhone: '', occupations: ['courier', 'truck_driver'], fee: '12.5' });
    expect(Object.values(values)).not.toContain(undefined);
    expect(values).not.toHaveProperty('contactPhone');
    expect(values).toMatchObject({ occupations: ['courier', 'truck_driver'], fee: '12.5' });
    expect(of({ fee: '0' })).not.toHaveProperty('fee');
    expect(of({ fee: '0.01' }).fee).toBe('0.01');
  });

  it.each([
    [{ ageMax: '30' }, 'ageMax'],
    [{ bookingClosesAt: '2026-06-20T10:00' }, 'bookingClosesAt'],
    [{ bookingOpensAt: '昨天' }, 'bookingOpensAt'],
    [{ title: '' }, 'title'],
    [{ title: '长'.repeat(41) }, 'title'],
    [{ fee: '免费' }, 'fee'],
    [{ contactPhone: '打给我' }, 'contactPhone'],
    [{ ageMin: '1.5' }, 'ageMin'],
    [{ items: '长'.repeat(31) }, 'items'],
  ])('%o is refused at %s', (more, field) => {
    expect(create(more).error?.issues[0]?.path[0]).toBe(field);
  });

  it('refuses what no form sends', () => {
    expect(create({ status: 'published' }).error?.issues[0]?.code).toBe('unrecognized_keys');
    const bare = createOfferingInput.safeParse({ ...typed, organisationId: 'x' });
    expect(bare.success).toBe(false);
    // The conditions of a stored offering have their own page, with a reason and a history.
    const change = changeOfferingInput.safeParse({ ...typed, offeringId, version: '1' });
    expect(change.error?.issues[0]?.code).toBe('unrecognized_keys');
  });
});

describe('a session form', () => {
  const typed = {
    offeringId: '0198f1f0-0000-7000-8000-000000000000',
    title: '一期',
    place: '江南一小',
    startsOn: '2026-07-06',
    startTime: '08:30',
    endTime: '18:00',
    weekdays: ['5', '1'],
    capacity: '30',
  };

  it('meets on its weekdays when it spans days, and is one sitting otherwise', () => {
    const long = addSessionInput.parse({ ...typed, endsOn: '2026-07-31' }).content;
    expect(long.details.weekdays).toEqual([1, 5]);
    expect(todayOn(long.endsAt)).toBe('2026-07-31');
    expect(addSessionInput.parse({ ...typed, endsOn: '' }).content.details.weekdays).toEqual([]);
  });

  it.each([
    [{ endsOn: '2026-07-01' }, 'endsOn'],
    [{ endsOn: '2028-07-01' }, 'endsOn'],
    [{ endTime: '08:30' }, 'endTime'],
    [{ startsOn: '2026-02-30' }, 'startsOn'],
    [{ capacity: '0' }, 'capacity'],
    [{ capacity: '-1' }, 'capacity'],
    [{ capacity: '1000000000' }, 'capacity'],
    [{ capacity: '1.5' }, 'capacity'],
    [{ capacity: '' }, 'capacity'],
  ])('%o is refused at %s', (more, field) => {
    const result = addSessionInput.safeParse({ ...typed, ...more });
    expect(result.error?.issues[0]?.path[0]).toBe(field);
  });
});
