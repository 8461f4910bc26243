import { member, now, other, type Row } from './cases.test-data';
import type { Attendee, SessionFacts } from './facts';

const at = (iso: string) => new Date(`${iso}+08:00`);
const kid = (birthOn: string): { attendee: Attendee } => ({
  attendee: { isChild: true, name: '陈小禾', birthOn, sex: 'female', schoolEntryYear: 2024 },
});
const on = (day: string): SessionFacts => ({
  id: 's1',
  cancelled: false,
  own: null,
  startsAt: at(`${day}T08:30`),
  endsAt: at(`${day}T18:00`),
  weekdays: [],
  off: [],
});
const child = kid('2020-02-29').attendee;

// 出勤: last summer's class and the ones between it and this summer's.
const care = { kind: 'childcare', term: '2026暑期' };
const summer = (present: number, held: number, more = {}) =>
  other({
    ...care,
    term: '2025暑期',
    offeringId: 'o25',
    lineageId: 'o25',
    startsAt: at('2025-07-07T08:30'),
    endsAt: at('2025-08-01T18:00'),
    present,
    held,
    ...more,
  });
const terms = [
  { key: '2025暑期', startsAt: at('2025-07-07T08:30') },
  { key: '2026暑期', startsAt: at('2026-07-06T08:30') },
];
const winter = { key: '2026寒假', startsAt: at('2026-01-20T08:30') };
const inNew = {
  segment: { id: '019a0000-0000-7000-8000-000000000001', words: '面向今年入会的会员' },
};
const seventy = { attendanceMin: 70 };
const class26 = { rules: seventy, offering: care };

const quota = (town: number | null, unit: number | null) => ({
  membership: { ...member, unionName: '某某快递工会', townName: '桥圩镇总工会' },
  shares: { s1: { town, unit } },
});
const lost = { title: '电工班（春季）', lost: true };
const hoursAgo = (n: number) => new Date(now.getTime() - n * 3_600_000);
const inYear = (year: number, sessionId = 's2', own = false) => ({
  familyYear: { ids: [], places: [{ bookingId: 'b2', sessionId, own, year }] },
});
const place = (sessionId: string, own = false) => ({ sessionId, own });

/** The rules of real notices (domain.md §3.4): fewer lines a rule, each with its edge. */
export const moreTable: Row[] = [
  ['retained', 'none', 'not asked', { facts: { membership: { ...member, status: 'retained' } } }],
  ['retained', 'pass', 'at work', { rules: { excludeRetained: true } }],
  [
    'retained',
    'fail',
    'retired',
    { rules: { excludeRetained: true }, facts: { membership: { ...member, status: 'retained' } } },
  ],

  ['joined', 'none', 'not asked', {}],
  ['joined', 'pass', 'three months ago, and some days', { rules: { joinedMonths: 3 } }],
  ['joined', 'fail', 'four months asked', { rules: { joinedMonths: 4 } }],
  [
    'joined',
    'pass',
    'three months ago to the day',
    { rules: { joinedMonths: 3 }, facts: { membership: { ...member, joinedOn: '2026-03-15' } } },
  ],
  [
    'joined',
    'fail',
    'three months ago less a day',
    { rules: { joinedMonths: 3 }, facts: { membership: { ...member, joinedOn: '2026-03-16' } } },
  ],
  [
    'joined',
    'pass',
    'joined on the last of November, three months to the last of February',
    {
      rules: { joinedMonths: 3 },
      facts: {
        now: at('2026-02-28T08:00'),
        membership: { ...member, joinedOn: '2025-11-30' },
      },
    },
  ],

  ['transfer', 'none', 'not asked', { facts: { membership: { ...member, transferring: true } } }],
  ['transfer', 'pass', 'settled', { rules: { transferFirst: true } }],
  [
    'transfer',
    'fail',
    'a transfer under way',
    { rules: { transferFirst: true }, facts: { membership: { ...member, transferring: true } } },
  ],

  ['born', 'none', 'not asked', {}],
  ['born', 'pass', 'on the first day', { rules: { bornFrom: '1980-07-06' } }],
  ['born', 'fail', 'a day too early', { rules: { bornFrom: '1980-07-07' } }],
  ['born', 'pass', 'on the last day', { rules: { bornTo: '1980-07-06' } }],
  ['born', 'fail', 'a day too late', { rules: { bornTo: '1980-07-05' } }],
  [
    'born',
    'pass',
    'on leap day, inside a window that ends with February',
    { rules: { bornFrom: '2020-02-29', bornTo: '2020-02-29' }, facts: kid('2020-02-29') },
  ],
  [
    'born',
    'fail',
    'no birth date known',
    { rules: { bornTo: '2020-01-01' }, facts: { attendee: { ...child, birthOn: null } } },
  ],

  ['school_age', 'none', 'not asked', {}],
  [
    'school_age',
    'pass',
    'born on 31 August, six by the coming school year',
    { rules: { schoolAgeMin: 6 }, facts: kid('2020-08-31') },
  ],
  [
    'school_age',
    'fail',
    'born on 1 September, six a day too late',
    { rules: { schoolAgeMin: 6 }, facts: kid('2020-09-01') },
  ],
  [
    'school_age',
    'pass',
    'the oldest of the year, born on 1 September',
    { rules: { schoolAgeMax: 6 }, facts: kid('2019-09-01') },
  ],
  [
    'school_age',
    'fail',
    'a day older belongs to the year before',
    { rules: { schoolAgeMax: 6 }, facts: kid('2019-08-31') },
  ],
  [
    'school_age',
    'fail',
    'in May the running school year counts',
    {
      rules: { schoolAgeMin: 6 },
      facts: { ...kid('2020-08-31'), session: on('2026-05-31') },
    },
  ],
  [
    'school_age',
    'pass',
    'from June on the coming one',
    {
      rules: { schoolAgeMin: 6 },
      facts: { ...kid('2020-08-31'), session: on('2026-06-16') },
    },
  ],
  [
    'school_age',
    'pass',
    'born on leap day, six in a common year',
    { rules: { schoolAgeMin: 6, schoolAgeMax: 6 }, facts: kid('2020-02-29') },
  ],
  [
    'school_age',
    'fail',
    'no birth date known',
    { rules: { schoolAgeMin: 3 }, facts: { attendee: { ...child, birthOn: null } } },
  ],

  [
    'attendance',
    'none',
    'not asked',
    { offering: care, facts: { others: [summer(1, 20)], terms } },
  ],
  ['attendance', 'pass', 'never came before', { ...class26, facts: { terms } }],
  [
    'attendance',
    'pass',
    'seven days of ten are 70 %',
    { ...class26, facts: { others: [summer(7, 10)], terms } },
  ],
  [
    'attendance',
    'fail',
    'thirteen of twenty are not',
    { ...class26, facts: { others: [summer(13, 20)], terms } },
  ],
  [
    'attendance',
    'fail',
    'never came, without a roll of days',
    { ...class26, facts: { others: [summer(0, 0, { status: 'absent' })], terms } },
  ],
  [
    'attendance',
    'pass',
    'an absence that was excused',
    { ...class26, facts: { others: [summer(0, 0, { status: 'absent', excused: true })], terms } },
  ],
  [
    'attendance',
    'pass',
    'a term between has been sat out',
    { ...class26, facts: { others: [summer(1, 20)], terms: [...terms, winter] } },
  ],
  [
    'attendance',
    'fail',
    'two terms are to be sat out, one was',
    {
      rules: { attendanceMin: 70, attendanceTerms: 2 },
      offering: care,
      facts: { others: [summer(1, 20)], terms: [...terms, winter] },
    },
  ],
  [
    'attendance',
    'pass',
    'another course, where only the same one counts',
    {
      rules: { attendanceMin: 70, attendanceOf: 'course' },
      offering: care,
      facts: { others: [summer(1, 20)], terms },
    },
  ],
  [
    'attendance',
    'fail',
    'a copy of the same course',
    {
      rules: { attendanceMin: 70, attendanceOf: 'course' },
      offering: { ...care, lineageId: 'o25' },
      facts: { others: [summer(1, 20)], terms },
    },
  ],

  ['last_draw', 'none', 'not asked', { facts: { lastDraw: lost } }],
  [
    'last_draw',
    'pass',
    'lost, losers only',
    { rules: { lastDraw: 'losers_only' }, facts: { lastDraw: lost } },
  ],
  [
    'last_draw',
    'fail',
    'won, losers only',
    { rules: { lastDraw: 'losers_only' }, facts: { lastDraw: { ...lost, lost: false } } },
  ],
  ['last_draw', 'fail', 'no draw before, losers only', { rules: { lastDraw: 'losers_only' } }],
  [
    'last_draw',
    'pass',
    'lost, losers first',
    { rules: { lastDraw: 'losers_first' }, facts: { lastDraw: lost } },
  ],
  ['last_draw', 'none', 'anyone, losers first', { rules: { lastDraw: 'losers_first' } }],

  ['limit', 'none', 'not asked', {}],
  [
    'limit',
    'pass',
    'one of two',
    {
      rules: { personLimit: 2 },
      facts: { others: [other({ offeringId: 'o1', status: 'booked' })] },
    },
  ],
  [
    'limit',
    'fail',
    'two of two, one of them in a queue',
    {
      rules: { personLimit: 2 },
      facts: {
        others: [
          other({ offeringId: 'o1', status: 'booked', sessionId: 's2' }),
          other({ offeringId: 'o1', status: 'waitlisted', sessionId: 's3' }),
        ],
      },
    },
  ],
  [
    'limit',
    'pass',
    'another offering does not count',
    {
      rules: { personLimit: 1 },
      facts: { others: [other({ offeringId: 'o2', status: 'booked' })] },
    },
  ],
  [
    'limit',
    'fail',
    'another offering of the same term does',
    {
      rules: { personLimit: 1 },
      offering: { term: '2026春' },
      facts: { others: [other({ offeringId: 'o2', status: 'booked', term: '2026春' })] },
    },
  ],
  [
    'limit',
    'pass',
    'one’s own place in this session',
    {
      rules: { personLimit: 1 },
      facts: { others: [other({ offeringId: 'o1', status: 'cancelled' })] },
    },
  ],

  ['family', 'none', 'not asked', { facts: { family: [place('s2')] } }],
  ['family', 'pass', 'the first of one', { rules: { familyLimit: 1 } }],
  [
    'family',
    'fail',
    'the second of one',
    { rules: { familyLimit: 1 }, facts: { family: [place('s2')] } },
  ],
  [
    'family',
    'fail',
    'a sister in the same session',
    { rules: { familyLimit: 1 }, facts: { family: [place('s1')] } },
  ],
  [
    'family',
    'pass',
    'only the booking that is judged',
    { rules: { familyLimit: 1 }, facts: { family: [place('s1', true)] } },
  ],

  ['family_year', 'none', 'not asked', { facts: inYear(2026) }],
  ['family_year', 'pass', 'the first of the year', { rules: { familyYearLimit: 1 } }],
  [
    'family_year',
    'pass',
    'no session chosen, so no year',
    { rules: { familyYearLimit: 1 }, facts: { ...inYear(2026), session: null } },
  ],
  [
    'family_year',
    'fail',
    'another of the family has had it this year',
    { rules: { familyYearLimit: 1 }, facts: inYear(2026) },
  ],
  [
    'family_year',
    'pass',
    'that was last year',
    { rules: { familyYearLimit: 1 }, facts: inYear(2025) },
  ],
  [
    'family_year',
    'fail',
    'a child of the family in the same session',
    { rules: { familyYearLimit: 1 }, facts: inYear(2026, 's1') },
  ],
  [
    'family_year',
    'pass',
    'only the booking that is judged',
    { rules: { familyYearLimit: 1 }, facts: inYear(2026, 's1', true) },
  ],

  ['quota', 'none', 'not asked', { facts: quota(40, 40) }],
  [
    'quota',
    'none',
    'no session chosen',
    { rules: { quotaTown: 5 }, facts: { ...quota(9, 9), session: null } },
  ],
  ['quota', 'pass', 'the last place of the town', { rules: { quotaTown: 5 }, facts: quota(4, 4) }],
  ['quota', 'fail', 'the town has its places', { rules: { quotaTown: 5 }, facts: quota(5, 0) }],
  ['quota', 'none', 'no town above the union', { rules: { quotaTown: 5 }, facts: quota(null, 2) }],
  ['quota', 'fail', 'the union has its places', { rules: { quotaUnit: 2 }, facts: quota(0, 2) }],
  [
    'quota',
    'fail',
    'the town has room, the union none',
    { rules: { quotaTown: 5, quotaUnit: 2 }, facts: quota(2, 2) },
  ],

  ['segment', 'none', 'no offering asks for one', { facts: { inSegment: false } }],
  ['segment', 'pass', 'in the segment', { rules: inNew, facts: { inSegment: true } }],
  ['segment', 'fail', 'outside the segment', { rules: inNew, facts: { inSegment: false } }],
  ['segment', 'fail', 'no member', { rules: inNew, facts: { membership: null } }],

  ['cycling', 'none', 'took nothing back lately', { offering: { cancelLimit: 3 } }],
  [
    'cycling',
    'fail',
    'took it back three times within a day',
    { offering: { cancelLimit: 3 }, facts: { cancellations: [1, 2, 3].map(hoursAgo) } },
  ],
];
