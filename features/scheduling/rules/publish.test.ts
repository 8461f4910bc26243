import { describe, expect, it } from 'vitest';
import { newlyOutOfOrder } from '@/features/offerings/rules/dates-in-order';
import { allocationTerms } from '@/features/offerings/schema/allocation';
import { offeringRules } from '@/features/offerings/schema/offering';
import { parseLocalDateTime } from '@/lib/dates';
import { missingForPublish, type PublishFacts, publishWarnings } from './publish';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const now = at('2026-06-15T12:00');
const drawnOn = (seedOn: string) => allocationTerms.parse({ draw: { seed: 'lottery', seedOn } });
const carveOut = (returnsAt: string) => ({
  sessionId: 's1',
  label: '新就业形态',
  returnsAt: at(returnsAt),
  returnedAt: null,
});

describe('missingForPublish', () => {
  const complete: PublishFacts = {
    kind: 'childcare',
    title: '江南街道班',
    term: '2026暑期一期',
    contactPhone: '12351',
    bookingOpensAt: at('2026-06-20T10:00'),
    bookingClosesAt: at('2026-06-25T10:00'),
    rules: offeringRules.parse({ gradeMin: 2, gradeMax: 6 }),
    sessions: [{ id: 's1', startsAt: at('2026-07-06T08:30'), capacity: 30 }],
    copiedFrom: null,
    allocation: 'first_come',
    terms: allocationTerms.parse({}),
    carveOuts: [],
  };
  const gaps = (more: Partial<PublishFacts>) =>
    missingForPublish({ ...complete, ...more }, now).map((gap) => gap.at);

  it('is empty for a complete one', () => {
    expect(gaps({})).toEqual([]);
  });

  it.each([
    [{ title: ' ' }, ['title']],
    [{ bookingOpensAt: null }, ['bookingOpensAt']],
    [{ bookingClosesAt: null }, ['bookingClosesAt']],
    [{ bookingClosesAt: now }, ['bookingClosesAt']],
    [{ contactPhone: null }, ['contactPhone']],
    [{ term: null }, ['term']],
    [{ rules: offeringRules.parse({}) }, ['gradeMin']],
    [{ sessions: [] }, ['sessions']],
    [{ sessions: [{ id: 's1', startsAt: now, capacity: 30 }] }, ['sessions']],
    [{ bookingOpensAt: at('2026-07-06T08:30') }, ['bookingClosesAt', 'bookingOpensAt']],
    [{ bookingClosesAt: at('2026-07-07T18:00') }, ['bookingClosesAt']],
    [{ allocation: 'draw' as const }, ['seedOn']],
    [{ allocation: 'draw' as const, terms: drawnOn('2026-06-25') }, ['seedOn']],
    [{ allocation: 'draw' as const, terms: drawnOn('2026-06-26') }, []],
    [{ carveOuts: [carveOut('2026-07-06T08:30')] }, ['returnsAt']],
    [{ carveOuts: [carveOut('2026-07-01T08:30')] }, []],
    [{ rules: offeringRules.parse({ gradeMin: 2, bornTo: '2026-08-31' }) }, ['bornTo']],
    [{ kind: 'training' as const, term: null, rules: offeringRules.parse({}) }, []],
  ])('%o lacks %o', (more, expected) => {
    expect(gaps(more)).toEqual(expected);
  });

  it('says of a window that has closed that it is past, from the very moment on', () => {
    const bookingOpensAt = at('2026-06-01T10:00');
    const said = (bookingClosesAt: Date) =>
      missingForPublish({ ...complete, bookingOpensAt, bookingClosesAt }, now).map((g) => g.text);
    expect(said(now)).toEqual(['截止报名的时间已过，请改到以后']);
    expect(said(new Date(now.getTime() + 1))).toEqual([]);
  });

  it('asks for a place in every session that is still to come', () => {
    const of = (capacity: number, startsAt: string) => ({
      id: 's1',
      startsAt: at(startsAt),
      capacity,
    });
    const [past, empty] = [of(0, '2026-06-01T08:30'), of(0, '2026-07-06T08:30')];
    expect(gaps({ sessions: [past, of(1, '2026-07-06T08:30')] })).toEqual([]);
    expect(gaps({ sessions: [of(1, '2026-07-06T08:30'), empty] })).toEqual(['sessions']);
  });

  it('warns when nobody could book, or a session starts before booking opens', () => {
    const early = { id: 's1', startsAt: at('2026-06-18T08:30'), capacity: 1 };
    expect(publishWarnings(complete, 12)).toEqual([]);
    expect(publishWarnings(complete, null)).toEqual([]);
    expect(publishWarnings(complete, 0)).toHaveLength(1);
    expect(publishWarnings({ ...complete, sessions: [early] }, 5)).toHaveLength(1);
    const atOnce = { ...early, startsAt: at('2026-06-20T10:00') };
    expect(publishWarnings({ ...complete, sessions: [early, atOnce] }, 5)).toEqual([
      '有 2 场在开始报名之前就开始，没有人能报',
    ]);
    expect(publishWarnings({ ...complete, bookingOpensAt: null }, 5)).toEqual([]);
    expect(publishWarnings({ ...complete, copiedFrom: 'o1' }, 5)).toEqual([]);
    const rules = offeringRules.parse({ gradeMin: 2, bornTo: '2020-08-31' });
    expect(publishWarnings({ ...complete, rules }, 5)).toEqual([]);
    expect(publishWarnings({ ...complete, rules, copiedFrom: 'o1' }, 5)).toEqual([
      '条件里的生日（2020年8月31日）是从上一期移过来的，请核对是不是这一期要的',
    ]);
  });
});

describe('an edit', () => {
  const before = {
    bookingOpensAt: at('2026-06-20T10:00'),
    bookingClosesAt: at('2026-06-25T10:00'),
    allocation: 'draw' as const,
    terms: drawnOn('2026-06-26'),
    rules: offeringRules.parse({}),
    sessions: [{ id: 's1', startsAt: at('2026-07-06T08:30') }],
    carveOuts: [carveOut('2026-07-01T08:30')],
  };
  it.each<[string, Partial<typeof before>, string[]]>([
    ['nothing', {}, []],
    ['the window past the number', { bookingClosesAt: at('2026-06-27T10:00') }, ['seedOn']],
    [
      'the first session before it all',
      { sessions: [{ id: 's1', startsAt: at('2026-06-24T08:30') }] },
      ['bookingClosesAt', 'seedOn', 'returnsAt'],
    ],
    [
      'birthdays into the course',
      { rules: offeringRules.parse({ bornTo: '2026-08-31' }) },
      ['bornTo'],
    ],
  ])('that moves %s puts out of order: %o', (_, change, expected) => {
    expect(newlyOutOfOrder(before, { ...before, ...change }, now).map((gap) => gap.at)).toEqual(
      expected,
    );
  });

  it('is not held for what was wrong before it', () => {
    const wrong = { ...before, terms: drawnOn('2026-06-25') };
    expect(
      newlyOutOfOrder(wrong, { ...wrong, bookingClosesAt: at('2026-06-25T11:00') }, now),
    ).toEqual([]);
  });
});
