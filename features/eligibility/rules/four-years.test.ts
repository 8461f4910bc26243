import { describe, expect, it } from 'vitest';
import { every3, facts, member, other, screening } from './cases.test-data';
import { decideEligibility } from './decide';
import type { Facts, RuleName } from './facts';

// A clock that walks every day of four years, one of them a leap year, against dates written by hand.

const at = (iso: string) => new Date(`${iso}T14:00:00+08:00`);
const days = Array.from({ length: 1461 }, (_, n) =>
  new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10),
);
const on = (day: string) => ({
  id: day,
  cancelled: false,
  own: null,
  startsAt: at(day),
  endsAt: new Date(at(day).getTime() + 3_600_000),
  weekdays: [],
  off: [],
});

type Given = Parameters<typeof facts>[0];

/** The days on which a rule lets the person come, as spans: 2024-06-01…2025-05-31. */
function spansOf(rule: RuleName, given: Given, more: (day: string) => Partial<Facts> = () => ({})) {
  const spans: string[] = [];
  let from: string | null = null;
  let last = '';
  for (const day of [...days, 'end']) {
    const fits =
      day !== 'end' &&
      decideEligibility(
        facts({
          ...given,
          facts: { now: at('2023-12-01'), session: on(day), ...given.facts, ...more(day) },
        }),
      ).checks.find((c) => c.rule === rule)?.outcome === 'pass';
    if (fits && from === null) from = day;
    if (!fits && from !== null) {
      spans.push(`${from}…${last}`);
      from = null;
    }
    last = day;
  }
  return spans;
}

const kid = (birthOn: string, schoolEntryYear: number): Partial<Facts> => ({
  attendee: { isChild: true, name: '陈小禾', birthOn, sex: 'female', schoolEntryYear },
});
const woman = (birthOn: string): Partial<Facts> => ({
  attendee: { isChild: false, name: '黄丽', birthOn, sex: 'female', schoolEntryYear: null },
});
const seen = (day: string, more = {}) =>
  other({ ...screening, ...on(day), sessionId: `then ${day}`, bookingId: day, ...more });

describe('four years, day by day', () => {
  it('once in three years: every visit closes the three years before and after it', () => {
    const rules = every3;
    const others = [seen('2024-02-29')];
    expect(spansOf('repeat', { rules, offering: screening, facts: { others } })).toEqual([
      '2027-02-28…2027-12-31',
    ]);
    const two = [seen('2021-06-15'), seen('2025-01-31')];
    expect(
      spansOf('repeat', {
        rules: { ...rules, repeatMonths: 12 },
        offering: screening,
        facts: { others: two },
      }),
    ).toEqual(['2024-01-01…2024-01-31', '2026-01-31…2027-12-31']);
  });

  it('months that end on a day the month does not have end on its last', () => {
    const others = [seen('2023-11-30')];
    const given = { rules: { ...every3, repeatMonths: 3 }, offering: screening, facts: { others } };
    expect(spansOf('repeat', given)).toEqual(['2024-02-29…2027-12-31']);
    const common = [seen('2024-11-30')];
    expect(spansOf('repeat', { ...given, facts: { others: common } })).toEqual([
      '2024-01-01…2024-08-31',
      '2025-02-28…2027-12-31',
    ]);
  });

  it('the grade changes on 1 June, with the coming school year, and never within it', () => {
    const facts = kid('2017-05-20', 2024);
    const grade = (n: number) => spansOf('grade', { rules: { gradeMin: n, gradeMax: n }, facts });
    expect([1, 2, 3, 4].map(grade)).toEqual([
      ['2024-06-01…2025-05-31'],
      ['2025-06-01…2026-05-31'],
      ['2026-06-01…2027-05-31'],
      ['2027-06-01…2027-12-31'],
    ]);
  });

  it('the school age splits 31 August from 1 September, leap years or not', () => {
    const six = { schoolAgeMin: 6, schoolAgeMax: 6 };
    const spans = (birthOn: string) =>
      spansOf('school_age', { rules: six, facts: kid(birthOn, 2024) });
    expect(spans('2018-08-31')).toEqual(['2024-06-01…2025-05-31']);
    expect(spans('2018-09-01')).toEqual(['2025-06-01…2026-05-31']);
    expect(spans('2020-02-29')).toEqual(['2026-06-01…2027-05-31']);
    expect(spans('2020-08-31')).toEqual(['2026-06-01…2027-05-31']);
    expect(spans('2020-09-01')).toEqual(['2027-06-01…2027-12-31']);
  });

  it('35 to 64 opens and closes on the birthday, of somebody born on leap day on 28 February', () => {
    const band = { ageMin: 35, ageMax: 64 };
    const spans = (birthOn: string) => spansOf('age', { rules: band, facts: woman(birthOn) });
    expect(spans('1990-03-15')).toEqual(['2025-03-15…2027-12-31']);
    expect(spans('1961-03-15')).toEqual(['2024-01-01…2026-03-14']);
    expect(spans('1960-02-29')).toEqual(['2024-01-01…2025-02-27']);
    expect(spans('1992-02-29')).toEqual(['2027-02-28…2027-12-31']);
  });

  it('a birthday window does not move with the calendar', () => {
    const rules = { bornFrom: '2019-09-01', bornTo: '2020-08-31' };
    const spans = (birthOn: string) => spansOf('born', { rules, facts: kid(birthOn, 2026) });
    expect(spans('2020-02-29')).toEqual(['2024-01-01…2027-12-31']);
    expect(spans('2020-09-01')).toEqual([]);
  });

  it('too little attendance closes the next term, whenever that is held, and no other', () => {
    const care = { kind: 'childcare' };
    const calendar = [
      ['2024寒假', '2024-01-22'],
      ['2024暑期', '2024-07-08'],
      ['2025寒假', '2025-01-20'],
      ['2025暑期', '2025-07-07'],
      ['2026暑期', '2026-07-06'],
    ] as const;
    const terms = calendar.map(([key, day]) => ({ key, startsAt: at(day) }));
    const bad = seen('2024-07-08', {
      ...care,
      term: '2024暑期',
      offeringId: 'o24',
      present: 13,
      held: 20,
    });
    const open = (bars: number) =>
      calendar.map(([term, day]) => {
        const given = {
          rules: { attendanceMin: 70, attendanceTerms: bars, attendanceOf: 'kind' as const },
          offering: { ...care, term, id: term },
          facts: {
            ...kid('2016-05-20', 2022),
            session: on(day),
            now: at(day),
            others: [bad],
            terms,
          },
        };
        const { checks } = decideEligibility(facts(given));
        return checks.find((c) => c.rule === 'attendance')?.outcome;
      });
    expect(open(1)).toEqual(['pass', 'pass', 'fail', 'pass', 'pass']);
    expect(open(2)).toEqual(['pass', 'pass', 'fail', 'fail', 'pass']);
  });

  it('three no-shows in ninety days close thirty days after the third, and no more', () => {
    const missed = ['2024-01-10', '2024-02-20', '2024-02-29'].map((day) =>
      other({ ...on(day), sessionId: day, bookingId: day, status: 'absent' }),
    );
    const closed = days.filter((day) => {
      const given = {
        offering: { noShow: { limit: 3, withinDays: 90, barDays: 30 } },
        facts: {
          now: at(day),
          session: on('2028-01-03'),
          others: missed.filter((b) => b.startsAt <= at(day)),
        },
      };
      return decideEligibility(facts(given)).failed?.rule === 'no_show';
    });
    expect([closed[0], closed.at(-1), closed.length]).toEqual(['2024-02-29', '2024-03-29', 30]);
  });

  it('a member grows into the months asked and never out of them', () => {
    const membership = { ...member, joinedOn: '2024-08-31' };
    const given = { rules: { joinedMonths: 6 }, facts: { membership } };
    const spans = spansOf('joined', given, (day) => ({ now: at(day), session: on('2028-01-03') }));
    expect(spans).toEqual(['2025-02-28…2027-12-31']);
  });
});
