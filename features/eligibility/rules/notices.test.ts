import { describe, expect, it } from 'vitest';
import { offeringRules } from '@/features/offerings/schema/offering';
import { every3, facts, member, other, screening } from './cases.test-data';
import { decideEligibility } from './decide';
import type { Attendee, Facts, OfferingFacts, RuleName } from './facts';

// Every condition that the notices of domain.md §3.4 put to a person, as the data an officer
// would type, and people at its edges. A row without a rule may come. What a notice asks of a marriage, a
// pregnancy or an illness is not here: the portal does not ask it (domain.md §3.1).

type More = Partial<Facts>;
type Person = readonly [who: string, given: More, stopped: RuleName | null];
interface Published {
  readonly source: string;
  readonly rules: Parameters<typeof offeringRules.parse>[0];
  readonly offering?: Partial<OfferingFacts>;
  readonly people: readonly Person[];
}

const at = (iso: string) => new Date(`${iso}+08:00`);
const day = (iso: string) => ({ startsAt: at(`${iso}T08:30`), endsAt: at(`${iso}T18:00`) });
const woman = (birthOn: string): More => ({
  attendee: { isChild: false, name: '黄丽', birthOn, sex: 'female', schoolEntryYear: null },
});
const child = (schoolEntryYear: number, birthOn = '2017-05-20'): Attendee => ({
  isChild: true,
  name: '陈小禾',
  birthOn,
  sex: 'female',
  schoolEntryYear,
});
const care = { kind: 'childcare', term: '2026暑期' };
const second: More = { attendee: child(2025) };
const lastSummer = (present: number, held: number) =>
  other({ ...care, term: '2025暑期', offeringId: 'o25', ...day('2025-07-07'), present, held });
const terms = [
  { key: '2025暑期', startsAt: at('2025-07-07T08:30') },
  { key: '2026暑期', startsAt: at('2026-07-06T08:30') },
];
const screenedOn = (iso: string) => other({ ...screening, ...day(iso) });
const lastDraw = { title: '学历补贴（2025）', lost: true };

const published: readonly Published[] = [
  {
    source: '暑托，湛江麻章 2025：会员子女，一人一期，不足 70% 停下一期',
    rules: { gradeMin: 1, gradeMax: 6, attendanceMin: 70, attendanceOf: 'kind' },
    offering: care,
    people: [
      ['a member’s child who comes first', { ...second, terms }, null],
      [
        'a child of somebody who is no member',
        { ...second, terms, membership: null },
        'membership',
      ],
      ['14 of 20 days last summer', { ...second, terms, others: [lastSummer(14, 20)] }, null],
      ['13 of 20 days', { ...second, terms, others: [lastSummer(13, 20)] }, 'attendance'],
      ['69 of 100 hours', { ...second, terms, others: [lastSummer(69, 100)] }, 'attendance'],
      [
        'a second class of the term',
        { ...second, terms, others: [other({ ...care, status: 'booked', ...day('2026-08-03') })] },
        'term',
      ],
    ],
  },
  {
    source: '暑托，泉州、漳州：二年级起，即将升一年级的不收',
    rules: { gradeMin: 2, gradeMax: 6 },
    offering: care,
    people: [
      ['second grade in autumn', second, null],
      ['about to enter the first', { attendee: child(2026) }, 'grade'],
      ['sixth grade in autumn', { attendee: child(2021) }, null],
      ['leaving primary school', { attendee: child(2020) }, 'grade'],
    ],
  },
  {
    source: '暑托，永昌 2022：只由单位提交名单',
    rules: {},
    offering: { ...care, allocation: 'unit' },
    people: [['a parent who comes alone', second, 'channel']],
  },
  {
    source: '托育，吕梁：出生日期按 9 月 1 日至次年 8 月 31 日分段，名额分到分工会',
    rules: { bornFrom: '2022-09-01', bornTo: '2023-08-31', quotaUnit: 3 },
    offering: care,
    people: [
      ['born on the first day', { attendee: child(2029, '2022-09-01') }, null],
      ['a day too early', { attendee: child(2029, '2022-08-31') }, 'born'],
      ['born on the last day', { attendee: child(2029, '2023-08-31') }, null],
      ['a day too late', { attendee: child(2029, '2023-09-01') }, 'born'],
      [
        'the union has two of its three',
        { attendee: child(2029, '2023-01-01'), shares: { s1: { town: null, unit: 2 } } },
        null,
      ],
      [
        'the union has its three',
        { attendee: child(2029, '2023-01-01'), shares: { s1: { town: null, unit: 3 } } },
        'quota',
      ],
    ],
  },
  {
    source: '托育，按学年分班：8 月 31 日满 3 周岁的小班',
    rules: { schoolAgeMin: 3, schoolAgeMax: 3 },
    offering: care,
    people: [
      ['three by 31 August', { attendee: child(2029, '2023-08-31') }, null],
      ['a day younger', { attendee: child(2030, '2023-09-01') }, 'school_age'],
      ['the oldest of the class', { attendee: child(2029, '2022-09-01') }, null],
      ['a year too old', { attendee: child(2028, '2022-08-31') }, 'school_age'],
    ],
  },
  {
    source: '两癌，绍兴 2024：55 周岁及以下的女职工',
    rules: { sex: 'female', ageMax: 55 },
    offering: screening,
    people: [
      ['55 on the day', woman('1970-07-07'), null],
      ['56 on the day', woman('1970-07-06'), 'age'],
      [
        'a man',
        { attendee: { ...child(0), isChild: false, sex: 'male', birthOn: '1990-01-01' } },
        'sex',
      ],
    ],
  },
  {
    source: '两癌，湛江：35–64 周岁，3 年一次',
    rules: { sex: 'female', ageMin: 35, ageMax: 64, ...every3 },
    offering: screening,
    people: [
      ['35 on the day', woman('1991-07-06'), null],
      ['a day younger', woman('1991-07-07'), 'age'],
      ['64, a day before 65', woman('1961-07-07'), null],
      ['65 on the day', woman('1961-07-06'), 'age'],
      ['screened three years ago', { others: [screenedOn('2023-07-06')] }, null],
      ['a day less', { others: [screenedOn('2023-07-07')] }, 'repeat'],
    ],
  },
  {
    source: '两癌，伊金霍洛旗 2020：往年正常的不再查，通知复查的要来',
    rules: { sex: 'female', ageMin: 35, ageMax: 64, ...every3, recheckReturns: true },
    offering: screening,
    people: [
      ['screened last year', { others: [screenedOn('2025-07-06')] }, 'repeat'],
      [
        'says she was asked back',
        { others: [screenedOn('2025-07-06')], recheck: 'waiting' },
        'repeat',
      ],
      ['and it was verified', { others: [screenedOn('2025-07-06')], recheck: 'verified' }, null],
      ['and it was not', { others: [screenedOn('2025-07-06')], recheck: 'refused' }, 'repeat'],
    ],
  },
  {
    source: '两癌，桃城 2022：只接受团体报名',
    rules: { sex: 'female' },
    offering: { ...screening, allocation: 'unit' },
    people: [['a woman who comes alone', woman('1980-01-01'), 'channel']],
  },
  {
    source: '两癌，湖南 2025：两年内没查过的',
    rules: { sex: 'female', repeatMonths: 24, repeatOf: 'kind' },
    offering: screening,
    people: [
      ['two years ago', { others: [screenedOn('2024-07-06')] }, null],
      ['a day less', { others: [screenedOn('2024-07-07')] }, 'repeat'],
      [
        'booked, and did not come',
        { others: [{ ...screenedOn('2026-01-05'), status: 'absent' }] },
        null,
      ],
    ],
  },
  {
    source: '学历补贴，广东 2021–24：先办完会籍转移，每人一次',
    rules: { transferFirst: true, repeatOnce: true, repeatOf: 'course' },
    offering: { allocation: 'draw' },
    people: [
      ['settled', {}, null],
      ['between two unions', { membership: { ...member, transferring: true } }, 'transfer'],
      [
        'had it twenty years ago',
        { others: [other({ lineageId: 'o1', ...day('2006-06-01') })] },
        'repeat',
      ],
      ['had another one', { others: [other({ lineageId: 'o2' })] }, null],
    ],
  },
  {
    source: '学历补贴，广东：上一年没抽中的直接参加',
    rules: { lastDraw: 'losers_only' },
    offering: { allocation: 'draw' },
    people: [
      ['lost last year', { lastDraw }, null],
      ['won last year', { lastDraw: { ...lastDraw, lost: false } }, 'last_draw'],
      ['was not in it', {}, 'last_draw'],
    ],
  },
  {
    source: '会籍，全总 2016：保留会籍的退休、失业会员不占在职名额',
    rules: { excludeRetained: true },
    people: [
      ['at work', {}, null],
      ['retired', { membership: { ...member, status: 'retained' } }, 'retained'],
    ],
  },
  {
    source: '技能培训：新就业形态劳动者，入会满 3 个月，同一课程 12 个月一次',
    rules: { newFormOnly: true, joinedMonths: 3, repeatMonths: 12, repeatOf: 'course' },
    people: [
      ['a courier who joined in March', {}, null],
      ['joined too late', { membership: { ...member, joinedOn: '2026-03-16' } }, 'joined'],
      ['an office worker', { membership: { ...member, isNewForm: false } }, 'group'],
      [
        'the same course last autumn',
        { others: [other({ lineageId: 'o1', ...day('2025-09-01') })] },
        'repeat',
      ],
    ],
  },
  {
    source: '镇街名额：每个镇街每场 5 个，每家 2 个',
    rules: { quotaTown: 5, familyLimit: 2 },
    people: [
      ['the fifth of the town', { shares: { s1: { town: 4, unit: null } } }, null],
      ['the sixth', { shares: { s1: { town: 5, unit: null } } }, 'quota'],
      ['the second of the family', { family: [{ sessionId: 's2', own: false }] }, null],
      [
        'the third',
        {
          family: [
            { sessionId: 's2', own: false },
            { sessionId: 's3', own: false },
          ],
        },
        'family',
      ],
    ],
  },
];

const judge = (notice: Published, given: More, rules = offeringRules.parse(notice.rules)) => {
  const offering = { ...notice.offering, rules };
  return decideEligibility(facts({ offering, facts: given }));
};

describe.each(published)('$source', (notice) => {
  it.each(notice.people)('%s', (_who, given, stopped) => {
    const { failed } = judge(notice, given);
    expect(failed?.rule ?? null).toBe(stopped);
  });

  it('names the rule, the fact and the nearest way out to whoever is stopped', () => {
    for (const [who, given, stopped] of notice.people) {
      const { failed } = judge(notice, given);
      if (stopped === null) continue;
      expect(failed?.reason, who).toMatch(/\p{Script=Han}/u);
      expect(failed?.note, who).toMatch(/\p{Script=Han}|\d/u);
      expect(failed?.fix?.text, who).toMatch(/\p{Script=Han}/u);
    }
  });
});

type Rules = ReturnType<typeof offeringRules.parse>;

/** What of a notice may be typed wrong: a number one off, a day one off, a condition left out. */
function slips(rules: Rules): { slip: string; rules: Rules }[] {
  const shifted = (iso: string, days: number) =>
    new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
  return Object.entries(rules).flatMap(([name, value]) => {
    const typed = (to: unknown, how: string) => ({
      slip: `${name} ${how}`,
      rules: { ...rules, [name]: to },
    });
    if (typeof value === 'number') return [typed(value - 1, '−1'), typed(value + 1, '+1')];
    if (/^born/.test(name) && typeof value === 'string')
      return [typed(shifted(value, -1), '−1'), typed(shifted(value, 1), '+1')];
    return value === true ? [typed(false, 'left out')] : [];
  });
}

describe('a slip in what a notice asks', () => {
  const found = published.flatMap((notice) => {
    const rules = offeringRules.parse(notice.rules);
    return slips(rules).map(({ slip, rules: wrong }) => ({
      slip,
      noticed: notice.people.some(
        ([, given]) =>
          judge(notice, given, wrong).failed?.rule !== judge(notice, given).failed?.rule,
      ),
    }));
  });
  it.each([...new Set(found.map((f) => f.slip))])('%s changes who may come', (slip) => {
    expect(found.some((f) => f.slip === slip && f.noticed)).toBe(true);
  });
});
