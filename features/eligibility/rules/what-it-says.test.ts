import { describe, expect, it } from 'vitest';
import { every3, facts, other, screening } from './cases.test-data';
import { decideEligibility } from './decide';
import type { Attendee, Facts, RuleName } from './facts';
import { checkedAtDesk, ineligibleWordsAtDesk, without } from './ineligibility';

type Given = Parameters<typeof facts>[0];

const checkOf = (rule: RuleName, given: Given) =>
  decideEligibility(facts(given)).checks.find((check) => check.rule === rule);
const pupil = (more: Partial<Attendee> = {}): Attendee => ({
  isChild: true,
  childId: 'c1',
  name: '陈小禾',
  birthOn: '2017-05-20',
  sex: 'female',
  schoolEntryYear: 2024,
  ...more,
});

describe('the condition of age', () => {
  // The woman of these facts is 46 on the day of the session.
  it.each([
    [{ ageMin: 18 }, '年龄 18 周岁及以上', 'pass'],
    [{ ageMax: 60 }, '年龄 60 周岁及以下', 'pass'],
    [{ ageMin: 18, ageMax: 60 }, '年龄 18–60 周岁', 'pass'],
    [{ ageMin: 46, ageMax: 46 }, '年龄 46–46 周岁', 'pass'],
    [{ ageMin: 47 }, '年龄 47 周岁及以上', 'fail'],
    [{ ageMax: 45 }, '年龄 45 周岁及以下', 'fail'],
  ])('%j reads %s and says %s', (rules, reason, outcome) => {
    expect(checkOf('age', { rules })).toMatchObject({ reason, outcome });
  });

  it('says whose age it is, on which day, and what the too young may do', () => {
    const own = checkOf('age', { rules: { ageMin: 47 } });
    expect(own).toMatchObject({ note: '您：7月6日（周一）当天 46 周岁' });
    expect(own?.fix?.text).toBe('到年龄后再报，或看看其他服务');
    const today = checkOf('age', { rules: { ageMax: 44 }, facts: { session: null } });
    expect(today).toMatchObject({ note: '您：今天 45 周岁', fix: { text: '看看其他服务' } });
    const child = checkOf('age', { rules: { ageMin: 6 }, facts: { attendee: pupil() } });
    expect(child?.note).toBe('陈小禾：7月6日（周一）当天 9 周岁');
  });

  it('asks whose day of birth nobody knows to join the union', () => {
    const unknown = pupil({ birthOn: null });
    expect(checkOf('age', { rules: { ageMin: 6 }, facts: { attendee: unknown } })).toMatchObject({
      outcome: 'fail',
      fix: { href: '/guide/join' },
    });
  });
});

describe('the condition of the grade', () => {
  const given = (rules: object, attendee = pupil(), more: Partial<Facts> = {}) => ({
    rules: rules as never,
    facts: { attendee, ...more },
  });

  it('counts the coming school year from June on, and the running one before', () => {
    const rules = { gradeMin: 2, gradeMax: 6 };
    const may = new Date('2026-05-31T15:00:00Z');
    expect(checkOf('grade', given(rules))).toMatchObject({
      outcome: 'pass',
      reason: '秋季读二至六年级',
      note: '陈小禾：三年级',
    });
    expect(checkOf('grade', given(rules, pupil(), { now: may, session: null }))).toMatchObject({
      reason: '在读二至六年级',
      note: '陈小禾：二年级',
    });
  });

  it.each([
    ['一年级 without an upper edge', { gradeMin: 1 }, 2026, 'pass'],
    ['大班 where only the upper edge is set', { gradeMax: 6 }, 2027, 'fail'],
    ['一年级 where only the upper edge is set', { gradeMax: 6 }, 2026, 'pass'],
    ['高三 where only the lower edge is set', { gradeMin: 1 }, 2015, 'pass'],
    ['one who has left school', { gradeMin: 1 }, 2014, 'fail'],
    ['the lower edge itself', { gradeMin: 2 }, 2025, 'pass'],
    ['the upper edge itself', { gradeMax: 2 }, 2025, 'pass'],
    ['one above the upper edge', { gradeMax: 2 }, 2024, 'fail'],
  ])('of %s: %j, %i says %s', (_who, rules, schoolEntryYear, outcome) => {
    expect(checkOf('grade', given(rules, pupil({ schoolEntryYear })))?.outcome).toBe(outcome);
  });

  it('leads to the record of the child whose year may be wrong, and is for children at school', () => {
    const big = (more: Partial<Attendee>) => checkOf('grade', given({ gradeMin: 9 }, pupil(more)));
    expect(big({})?.fix?.href).toBe('/me/family/c1');
    expect(big({ childId: undefined })?.fix?.href).toBe('/me/family');
    expect(big({ schoolEntryYear: null })).toMatchObject({ note: '只面向在校的孩子' });
  });
});

describe('the condition of a repeat', () => {
  const given = (more: object): Given => ({ offering: screening, rules: every3, ...more });

  it('counts no months where it is once at all', () => {
    const past = { ...screening, startsAt: new Date('2010-07-06T00:30:00Z') };
    const once = { repeatMonths: 12, repeatOnce: true, repeatOf: 'kind' as const };
    const facts = { others: [other(past)] };
    expect(checkOf('repeat', given({ rules: once, facts }))).toMatchObject({
      outcome: 'fail',
      reason: '每人只参加一次',
      fix: { text: '看看其他服务', href: '/services' },
    });
    const yearly = { repeatMonths: 12, repeatOf: 'kind' as const };
    expect(checkOf('repeat', given({ rules: yearly, facts }))?.outcome).toBe('pass');
  });

  it('looks forward as well: a place later within the months stands in the way', () => {
    const later = (iso: string) =>
      other({ ...screening, status: 'booked', startsAt: new Date(iso), title: '两癌筛查' });
    const outcomeOf = (iso: string) =>
      checkOf('repeat', given({ facts: { others: [later(iso)] } }));
    expect(outcomeOf('2029-07-05T00:30:00Z')).toMatchObject({
      outcome: 'fail',
      note: '2029年7月5日已约了《两癌筛查》',
      fix: { text: '先取消那一次', href: '/me/bookings/b9' },
    });
    expect(outcomeOf('2029-07-06T00:30:00Z')?.outcome).toBe('pass');
  });

  it('is not in the way of itself, nor is an absence or a place given back', () => {
    const outcomes = [
      other({ ...screening, sessionId: 's1' }),
      other({ ...screening, status: 'absent' }),
      other({ ...screening, status: 'cancelled' }),
      other({ ...screening, status: 'waitlisted' }),
    ].map((one) => checkOf('repeat', given({ facts: { others: [one] } }))?.outcome);
    expect(outcomes).toEqual(['pass', 'pass', 'pass', 'pass']);
  });

  it('of the same course is told from one of the same kind', () => {
    const rules = { repeatMonths: 36, repeatOf: 'course' as const };
    const outcome = (lineageId: string) =>
      checkOf('repeat', given({ rules, facts: { others: [other({ ...screening, lineageId })] } }))
        ?.outcome;
    expect([outcome('o1'), outcome('o2')]).toEqual(['fail', 'pass']);
  });
});

describe('whoever is looked at once more', () => {
  const place = (bookingId: string) => ({ bookingId, sessionId: 's1', own: true, year: 2026 });

  it('does not stand in their own way, with their booking or their place of the year', () => {
    const given = facts({
      facts: {
        others: [other({ bookingId: 'mine' }), other({ bookingId: 'another' })],
        familyYear: { ids: ['p1'], places: [place('mine'), place('another')] },
      },
    });
    const rest = without(given, 'mine');
    expect(rest.others.map((one) => one.bookingId)).toEqual(['another']);
    expect(rest.familyYear).toEqual({ ids: ['p1'], places: [place('another')] });
    expect(without(facts({}), 'mine').familyYear).toBeUndefined();
  });

  it('is told the fact, and the desk is not told what they have elsewhere', () => {
    const check = { rule: 'repeat', outcome: 'fail', reason: '3 年内参加一次', note: '2025年' };
    expect(ineligibleWordsAtDesk({ ...check, rule: 'repeat', outcome: 'fail' })).toBe(
      '3 年内参加一次',
    );
    expect(ineligibleWordsAtDesk({ ...check, rule: 'age', outcome: 'fail' })).toBe(
      '3 年内参加一次，2025年',
    );
    expect(ineligibleWordsAtDesk({ rule: 'age', outcome: 'fail', reason: '年龄' })).toBe('年龄');
  });

  it('is shown to the desk as 本人, condition by condition, without what is counted with them', () => {
    const given = facts({
      rules: { ageMin: 47, sex: 'female', quotaTown: 1 },
      facts: { shares: { s1: { town: 5, unit: null } } as never },
    });
    const lines = checkedAtDesk(given, 'mine');
    expect(lines).toContainEqual({
      outcome: 'fail',
      text: '年龄 47 周岁及以上，本人：7月6日（周一）当天 46 周岁',
    });
    expect(lines.some(({ text }) => text.includes('名额') || text.includes('您'))).toBe(false);
    expect(lines.filter(({ outcome }) => outcome === 'pass').length).toBeGreaterThan(0);
  });
});
