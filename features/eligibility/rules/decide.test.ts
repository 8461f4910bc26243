import { describe, expect, it } from 'vitest';
import { every3, facts, member, other, screening, table } from './cases.test-data';
import { decideBy, decideEligibility, eligibilityRules } from './decide';
import type { Facts, RuleName } from './facts';
import { moreTable } from './more-cases.test-data';
import { pointToNearest } from './nearest';
import { runningShares } from './running-shares';

const whole = [...table, ...moreTable];
const names = Object.keys(eligibilityRules) as RuleName[];

describe('each rule', () => {
  it.each(whole)('%s says %s: %s', (rule, outcome, _title, given) => {
    const check = decideEligibility(facts(given)).checks.find((c) => c.rule === rule);
    expect(check?.outcome ?? 'none').toBe(outcome);
    if (check) expect(check.reason).toMatch(/\p{Script=Han}/u);
    if (check?.outcome === 'fail' && !['sex', 'window', 'grade'].includes(rule)) {
      expect(check.fix?.text).toMatch(/\p{Script=Han}/u);
    }
  });

  it('counts a unit and every union below it', () => {
    const id = '018f0000-0000-7000-8000-000000000001';
    const inside = { ...member, unionPath: ['unit', id] };
    const rules = { organisationIds: [id] };
    const outcome = (membership: Facts['membership']) =>
      decideEligibility(facts({ rules, facts: { membership } })).eligible;
    expect([outcome(inside), outcome(member), outcome(null)]).toEqual([true, false, false]);
  });
});

describe('the verdict', () => {
  it('is yes when no rule fails, and names the first that does', () => {
    expect(decideEligibility(facts({})).eligible).toBe(true);
    const verdict = decideEligibility(facts({ rules: { sex: 'male', ageMax: 20 } }));
    expect(verdict.failed?.rule).toBe('sex');
  });

  it('leaves out what the moment makes void', () => {
    const closed = facts({ offering: { phase: 'closed' } });
    expect(decideEligibility(closed).eligible).toBe(false);
    expect(decideEligibility(closed, ['window']).eligible).toBe(true);
  });

  it('says when a repeat is possible again', () => {
    const given = { rules: every3, offering: screening, facts: { others: [other(screening)] } };
    expect(decideEligibility(facts(given)).failed?.fix?.text).toBe('2028年7月6日起可以再报');
  });
});

describe('a rule that says nothing any more', () => {
  it.each(names)('%s is missed by its own rows', (mute) => {
    const broken = { ...eligibilityRules, [mute]: () => null };
    const wrong = whole.filter(([rule, outcome, , given]) => {
      const check = decideBy(broken, facts(given)).checks.find((c) => c.rule === rule);
      return (check?.outcome ?? 'none') !== outcome;
    });
    expect(wrong.map(([rule]) => rule)).toContain(mute);
    expect(wrong.every(([rule]) => rule === mute)).toBe(true);
  });

  it.each(names)('%s that lets everybody pass is told from the real one', (lax) => {
    const pass = () => ({ rule: lax, outcome: 'pass', reason: '通过' }) as const;
    const broken = { ...eligibilityRules, [lax]: pass };
    const now = whole.filter(([, , , given]) => {
      return decideBy(broken, facts(given)).eligible !== decideEligibility(facts(given)).eligible;
    });
    expect(now.length).toBeGreaterThan(0);
  });
});

const at = (iso: string) => new Date(`${iso}T14:00:00+08:00`);
const sessionOf = (day: string) => ({
  id: day,
  cancelled: false,
  own: null,
  startsAt: at(day),
  endsAt: new Date(at(day).getTime() + 3_600_000),
  weekdays: [],
  off: [],
});

describe('the interval over four years of records', () => {
  const session = sessionOf;
  const screenedOn = (day: string) =>
    other({ ...screening, ...session(day), sessionId: day, bookingId: day });
  const fits = (day: string, days: string[], more = {}) =>
    decideEligibility(
      facts({
        rules: every3,
        offering: screening,
        facts: {
          now: at('2024-01-01'),
          session: session(day),
          others: days.map(screenedOn),
          ...more,
        },
      }),
    ).eligible;

  it('counts three years from a leap day to the end of February', () => {
    expect(fits('2027-02-27', ['2024-02-29'])).toBe(false);
    expect(fits('2027-02-28', ['2024-02-29'])).toBe(true);
  });

  it('looks at every record, not only at the newest', () => {
    expect(fits('2026-06-01', ['2020-01-01', '2023-06-02'])).toBe(false);
    expect(fits('2026-06-02', ['2020-01-01', '2023-06-02'])).toBe(true);
  });

  it('lets her who must be re-checked return, once the women officer has verified it', () => {
    const again = { rules: { ...every3, recheckReturns: true }, offering: screening };
    const given = { others: [other(screening)] };
    expect(decideEligibility(facts({ ...again, facts: given })).failed?.fix?.text).toMatch(
      '申请核实',
    );
    const asked = decideEligibility(facts({ ...again, facts: { ...given, recheck: 'waiting' } }));
    expect(asked.failed?.fix).toEqual({
      text: '您说收到通知再来，女职工部正在核实',
      href: '/services/o1/return',
    });
    expect(
      decideEligibility(facts({ ...again, facts: { ...given, recheck: 'verified' } })).eligible,
    ).toBe(true);
    const strict = { rules: every3, offering: screening };
    expect(
      decideEligibility(facts({ ...strict, facts: { ...given, recheck: 'verified' } })).eligible,
    ).toBe(false);
  });

  it('opens to a member on the day the months are full, and never closes again', () => {
    const on = (day: string) =>
      decideEligibility(
        facts({
          rules: { joinedMonths: 12 },
          facts: {
            now: at(day),
            session: session('2029-07-06'),
            membership: { ...member, joinedOn: '2024-02-29' },
          },
        }),
      ).eligible;
    expect(['2025-02-27', '2025-02-28', '2026-01-01', '2028-02-29'].map(on)).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});

describe('the nearest session that fits', () => {
  const choice = (id: string, taken: number) => ({ id, title: `${id}场`, taken, capacity: 10 });
  const shares = {
    a: { town: 5, unit: null },
    b: { town: 0, unit: null },
    c: { town: 1, unit: null },
  };
  const verdictOf = (id: string, more = {}) =>
    decideEligibility(
      facts({
        rules: { quotaTown: 5, ...more },
        facts: { shares, session: { ...sessionOf('2026-07-06'), id } },
      }),
    );
  const verdicts = (more = {}) =>
    Object.fromEntries(['a', 'b', 'c'].map((id) => [id, verdictOf(id, more)]));
  const sessions = [choice('a', 5), choice('b', 10), choice('c', 1)];
  const hrefOf = (id: string) => `/services/o1?s=${id}`;

  it('is the way out where one session alone is in the way, one with a free place first', () => {
    const pointed = pointToNearest(verdicts(), sessions, hrefOf);
    expect(pointed.a?.failed?.fix).toEqual({
      text: '“c场”可以报，去看这一场',
      href: '/services/o1?s=c',
    });
    expect(pointed.a?.checks.at(-3)).toBe(pointed.a?.failed);
    expect(pointed.b?.eligible).toBe(true);
  });

  it('is not offered where every session is barred, or the bar is the person’s', () => {
    const nearest = pointToNearest(verdicts({ sex: 'male' }), sessions, hrefOf);
    expect(nearest.a?.failed?.fix?.href).toBe('/services');
  });
});

describe('the quota within a list of a union', () => {
  it('counts the lines before that fit, of the same union alone', () => {
    const of = (union: string) =>
      facts({
        rules: { quotaUnit: 3 },
        facts: {
          membership: { ...member, unionPath: [union, 'town'] },
          shares: { s1: { town: null, unit: 1 } },
        },
      });
    const shares = runningShares();
    const outcomes = ['a', 'a', 'b', 'a'].map((union) => {
      const { eligible } = decideEligibility(shares.after(of(union)));
      if (eligible) shares.take(of(union));
      return eligible;
    });
    expect(outcomes).toEqual([true, true, true, false]);
  });
});
