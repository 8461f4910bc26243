import { offeringRules } from '@/features/offerings/schema/offering';
import type { Attendee, Facts, OfferingFacts, OtherBooking, RuleName } from './facts';

export const now = new Date('2026-06-15T02:00:00Z');
const at = (iso: string) => new Date(`${iso}+08:00`);
const child: Attendee = {
  isChild: true,
  name: '陈小禾',
  birthOn: '2017-05-20',
  sex: 'female',
  schoolEntryYear: 2024,
};
const woman: Attendee = {
  isChild: false,
  name: '黄丽',
  birthOn: '1980-07-06',
  sex: 'female',
  schoolEntryYear: null,
};
export const member = {
  status: 'regular' as const,
  joinedOn: '2026-03-02',
  unionPath: ['unit', 'town', 'district'],
  occupationCode: 'courier',
  isNewForm: true,
};
const session = {
  id: 's1',
  cancelled: false,
  own: null,
  startsAt: at('2026-07-06T08:30'),
  endsAt: at('2026-07-06T18:00'),
  weekdays: [],
  off: [],
};

type Rules = Parameters<typeof offeringRules.parse>[0];
interface Given {
  rules?: Rules;
  offering?: Partial<OfferingFacts>;
  facts?: Partial<Facts>;
}

/** Facts of a woman of 46 and an open training, changed as given. */
export function facts({ rules = {}, offering = {}, facts: more = {} }: Given): Facts {
  return {
    now,
    offering: {
      id: 'o1',
      kind: 'training',
      lineageId: 'o1',
      allocation: 'first_come',
      term: null,
      rules: offeringRules.parse(rules),
      phase: 'open',
      bookingOpensAt: null,
      bookingClosesAt: null,
      visibleBelow: null,
      groupNames: ['快递员'],
      scopeNames: ['桥圩镇总工会'],
      ...offering,
    },
    session,
    attendee: woman,
    membership: member,
    others: [],
    ...more,
  };
}

/** Another booking of the same person, changed as given. */
export const other = (more: Partial<OtherBooking> = {}): OtherBooking => ({
  bookingId: 'b9',
  sessionId: 's9',
  lineageId: 'o9',
  kind: 'training',
  term: null,
  status: 'attended',
  title: '电工班',
  startsAt: at('2025-07-06T08:30'),
  endsAt: at('2025-07-06T18:00'),
  weekdays: [],
  off: [],
  ...more,
});
export const screening = { kind: 'screening' };
export const every3 = { repeatMonths: 36, repeatOf: 'kind' as const };
const care = { kind: 'childcare', term: '2026暑期' };
const kid = { attendee: child };

const strict = { limit: 3, withinDays: 90, barDays: 30 };
/** Absences so many days ago, one each. */
const missed = (...daysAgo: number[]): OtherBooking[] =>
  daysAgo.map((n) => {
    const startsAt = new Date(now.getTime() - n * 86_400_000);
    const endsAt = new Date(startsAt.getTime() + 3_600_000);
    return other({ bookingId: `m${n}`, sessionId: `m${n}`, status: 'absent', startsAt, endsAt });
  });

export type Row = [
  rule: RuleName,
  outcome: 'pass' | 'warn' | 'fail' | 'none',
  title: string,
  given: Given,
];
export const table: Row[] = [
  ['membership', 'pass', 'a member', {}],
  ['membership', 'fail', 'no member', { facts: { membership: null } }],
  [
    'membership',
    'none',
    'open to all',
    { rules: { membersOnly: false }, facts: { membership: null } },
  ],

  ['age', 'none', 'no band', {}],
  ['age', 'pass', '46 on the day is in 35–64', { rules: { ageMin: 35, ageMax: 64 } }],
  ['age', 'pass', '46 on their birthday, the day itself', { rules: { ageMin: 46 } }],
  ['age', 'fail', 'not yet 47', { rules: { ageMin: 47 } }],
  ['age', 'fail', 'older than 45', { rules: { ageMax: 45 } }],
  [
    'age',
    'pass',
    'today, while no session is chosen',
    { rules: { ageMax: 45 }, facts: { session: null } },
  ],
  [
    'age',
    'fail',
    'no birth date known',
    { rules: { ageMin: 18 }, facts: { attendee: { ...woman, birthOn: null } } },
  ],

  ['sex', 'none', 'not asked', {}],
  ['sex', 'pass', 'as in the document', { rules: { sex: 'female' } }],
  ['sex', 'fail', 'the other', { rules: { sex: 'male' } }],
  [
    'sex',
    'fail',
    'unknown',
    { rules: { sex: 'female' }, facts: { attendee: { ...woman, sex: null } } },
  ],

  ['grade', 'none', 'not asked', { facts: kid }],
  ['grade', 'pass', 'third after the summer', { rules: { gradeMin: 2, gradeMax: 6 }, facts: kid }],
  ['grade', 'fail', 'too high', { rules: { gradeMax: 2 }, facts: kid }],
  [
    'grade',
    'fail',
    'about to enter grade 1 where 2 is asked',
    { rules: { gradeMin: 2 }, facts: { attendee: { ...child, schoolEntryYear: 2026 } } },
  ],
  [
    'grade',
    'fail',
    'still in kindergarten',
    { rules: { gradeMax: 6 }, facts: { attendee: { ...child, schoolEntryYear: 2027 } } },
  ],
  ['grade', 'fail', 'a grown-up', { rules: { gradeMin: 1 } }],

  ['group', 'none', 'everyone', {}],
  ['group', 'pass', 'a courier', { rules: { occupations: ['courier', 'driver'] } }],
  ['group', 'fail', 'not a nurse', { rules: { occupations: ['nurse'] } }],
  ['group', 'pass', '新就业形态', { rules: { newFormOnly: true } }],
  [
    'group',
    'fail',
    'not 新就业形态',
    { rules: { newFormOnly: true }, facts: { membership: { ...member, isNewForm: false } } },
  ],
  [
    'group',
    'fail',
    'no member',
    { rules: { occupations: ['courier'] }, facts: { membership: null } },
  ],

  ['scope', 'none', 'everyone', {}],
  ['scope', 'fail', 'another unit', { offering: { visibleBelow: 'other' } }],
  ['scope', 'pass', 'own subtree', { offering: { visibleBelow: 'town' } }],

  ['repeat', 'none', 'as often as one likes', { facts: { others: [other()] } }],
  ['repeat', 'pass', 'never before', { rules: every3, offering: screening }],
  [
    'repeat',
    'fail',
    'screened a year ago',
    { rules: every3, offering: screening, facts: { others: [other(screening)] } },
  ],
  [
    'repeat',
    'pass',
    'screened three years ago to the day',
    {
      rules: every3,
      offering: screening,
      facts: {
        others: [
          other({ ...screening, startsAt: at('2023-07-06T14:00'), endsAt: at('2023-07-06T15:00') }),
        ],
      },
    },
  ],
  [
    'repeat',
    'fail',
    'screened three years ago less a day',
    {
      rules: every3,
      offering: screening,
      facts: {
        others: [
          other({ ...screening, startsAt: at('2023-07-07T14:00'), endsAt: at('2023-07-07T15:00') }),
        ],
      },
    },
  ],
  [
    'repeat',
    'fail',
    'a place held for a later day',
    {
      rules: every3,
      offering: screening,
      facts: {
        others: [
          other({
            ...screening,
            status: 'booked',
            startsAt: at('2026-08-01T08:00'),
            endsAt: at('2026-08-01T12:00'),
          }),
        ],
      },
    },
  ],
  [
    'repeat',
    'pass',
    'was absent',
    {
      rules: every3,
      offering: screening,
      facts: { others: [other({ ...screening, status: 'absent' })] },
    },
  ],
  [
    'repeat',
    'pass',
    'another course',
    { rules: { repeatMonths: 12 }, facts: { others: [other({ lineageId: 'o2' })] } },
  ],
  [
    'repeat',
    'fail',
    'a copy of the same course',
    {
      rules: { repeatMonths: 24 },
      facts: { others: [other({ lineageId: 'o1' })] },
    },
  ],

  [
    'repeat',
    'fail',
    'once in a life, twenty years ago',
    {
      rules: { repeatOnce: true },
      facts: {
        others: [
          other({
            lineageId: 'o1',
            startsAt: at('2006-07-06T08:00'),
            endsAt: at('2006-07-06T12:00'),
          }),
        ],
      },
    },
  ],
  [
    'repeat',
    'fail',
    'asked back, but holds a place already',
    {
      rules: { ...every3, recheckReturns: true },
      offering: screening,
      facts: {
        recheck: 'verified',
        others: [
          other({
            ...screening,
            status: 'booked',
            startsAt: at('2026-08-01T08:00'),
            endsAt: at('2026-08-01T12:00'),
          }),
        ],
      },
    },
  ],

  ['term', 'none', 'not a class', {}],
  ['term', 'pass', 'nothing this term', { offering: care, facts: kid }],
  [
    'term',
    'fail',
    'waits for another class of the term',
    {
      offering: care,
      facts: { ...kid, others: [other({ ...care, status: 'waitlisted' })] },
    },
  ],
  [
    'term',
    'pass',
    'a class of another term',
    {
      offering: care,
      facts: { ...kid, others: [other({ ...care, term: '2025暑期' })] },
    },
  ],

  ['duplicate', 'none', 'not booked yet', {}],
  [
    'duplicate',
    'fail',
    'booked already',
    { facts: { others: [other({ sessionId: 's1', status: 'booked' })] } },
  ],
  [
    'duplicate',
    'none',
    'cancelled before',
    { facts: { others: [other({ sessionId: 's1', status: 'cancelled' })] } },
  ],

  ['channel', 'none', 'anyone may come', {}],
  ['channel', 'fail', 'names come from the union', { offering: { allocation: 'unit' } }],

  ['overlap', 'none', 'no session chosen', { facts: { session: null } }],
  ['overlap', 'pass', 'free that day', {}],
  [
    'overlap',
    'fail',
    'booked at that hour',
    {
      facts: {
        others: [
          other({
            status: 'booked',
            startsAt: at('2026-07-06T17:00'),
            endsAt: at('2026-07-06T19:00'),
          }),
        ],
      },
    },
  ],
  [
    'overlap',
    'warn',
    'only waits for that hour, which may come true',
    {
      facts: {
        others: [
          other({
            status: 'waitlisted',
            startsAt: at('2026-07-06T17:00'),
            endsAt: at('2026-07-06T19:00'),
          }),
        ],
      },
    },
  ],

  ['window', 'pass', 'open', {}],
  [
    'window',
    'fail',
    'not yet',
    { offering: { phase: 'published', bookingOpensAt: at('2026-06-25T10:00') } },
  ],
  ['window', 'fail', 'closed', { offering: { phase: 'closed' } }],
  ['window', 'fail', 'cancelled offering', { offering: { phase: 'cancelled' } }],
  ['window', 'fail', 'cancelled session', { facts: { session: { ...session, cancelled: true } } }],
  ['window', 'fail', 'begun', { facts: { session: { ...session, startsAt: now } } }],

  ['no_show', 'none', 'not held against anyone', { facts: { others: missed(1, 10, 20) } }],
  ['no_show', 'none', 'nothing missed', { offering: { noShow: strict } }],
  [
    'no_show',
    'none',
    'another kind missed',
    {
      offering: { ...screening, noShow: strict },
      facts: { others: missed(1, 10, 20) },
    },
  ],
  [
    'no_show',
    'warn',
    'twice in 90 days',
    { offering: { noShow: strict }, facts: { others: missed(1, 20) } },
  ],
  [
    'no_show',
    'fail',
    'three times in 90 days',
    { offering: { noShow: strict }, facts: { others: missed(1, 20, 80) } },
  ],
  [
    'no_show',
    'warn',
    'three times, one of them excused',
    {
      offering: { noShow: strict },
      facts: { others: [...missed(1, 20), ...missed(80).map((b) => ({ ...b, excused: true }))] },
    },
  ],
  [
    'no_show',
    'none',
    'three times long ago',
    { offering: { noShow: strict }, facts: { others: missed(200, 210, 220) } },
  ],
];
