import { describe, expect, it } from 'vitest';
import { attendance } from './attendance';
import { facts, now, other } from './cases.test-data';
import type { Check, Facts, OtherBooking, Rule } from './facts';

type Given = Parameters<typeof facts>[0];
const of = (rule: Rule, given: Given): Check | null => rule(facts(given));
const others = (...list: Partial<OtherBooking>[]) => ({ others: list.map(other) });

describe('the attendance of the term before', () => {
  const rules = { attendanceMin: 70 };
  const said = (booking: Partial<OtherBooking>, more: Partial<Facts> = {}) =>
    of(attendance, { rules, facts: { ...others(booking), ...more } });

  it('is the outcome where no roll was kept, and nothing where there is neither', () => {
    expect(said({ status: 'attended' })?.outcome).toBe('pass');
    expect(said({ status: 'absent' })?.outcome).toBe('fail');
    expect(said({ status: 'booked' })?.outcome).toBe('pass');
    expect(said({ status: 'attended', held: 10, present: null })?.note).toContain('出勤 0/10');
  });

  it('is told in whole percent, rounded down', () => {
    expect(said({ held: 3, present: 2 })?.note).toBe('您在《电工班》出勤 2/3（66%）');
    expect(said({ held: 10, present: 7 })?.outcome).toBe('pass');
  });

  it('counts what began before the session, or before now while none is chosen', () => {
    const bad = { status: 'absent' as const };
    const start = facts({}).session?.startsAt ?? now;
    expect(said({ ...bad, startsAt: start })?.outcome).toBe('pass');
    expect(said({ ...bad, startsAt: new Date(start.getTime() - 1) })?.outcome).toBe('fail');
    const none = { session: null };
    expect(said({ ...bad, startsAt: now }, none)?.outcome).toBe('pass');
    expect(said({ ...bad, startsAt: new Date(now.getTime() - 1) }, none)?.outcome).toBe('fail');
  });

  it('bars as many terms as are set, of those that began between', () => {
    const bad = { status: 'absent' as const, term: '一期', offeringId: 'o9' };
    const terms = (...starts: Date[]) => ({
      terms: starts.map((startsAt, n) => ({ key: `t${n}`, startsAt })),
    });
    const left = (more: Partial<Facts>) => said(bad, more)?.outcome;
    const began = other(bad).startsAt;
    const start = facts({}).session?.startsAt ?? now;
    expect(left({})).toBe('fail');
    expect(left(terms(new Date(began.getTime() + 1)))).toBe('pass');
    expect(left(terms(began))).toBe('fail');
    expect(left(terms(start))).toBe('fail');
    expect(left({ terms: null })).toBe('fail');
    expect(left({ terms: [{ key: '一期', startsAt: new Date(began.getTime() + 1) }] })).toBe(
      'fail',
    );
    const between = terms(new Date(now.getTime() - 1));
    expect(left({ ...between, session: null })).toBe('pass');
    expect(left({ ...terms(now), session: null })).toBe('fail');
  });

  it('knows a term by its name, else by its service, else by its session', () => {
    const bad = { status: 'absent' as const };
    const own = { offering: { term: '二期' } };
    const ask = (booking: Partial<OtherBooking>, given: Given = {}) =>
      of(attendance, { rules, ...given, facts: others({ ...bad, ...booking }) })?.outcome;
    expect(ask({ term: '二期' }, own)).toBe('pass');
    expect(ask({ term: '一期' }, own)).toBe('fail');
    expect(ask({ offeringId: 'o1' })).toBe('pass');
    expect(ask({ offeringId: 'o2' })).toBe('fail');
    expect(ask({})).toBe('fail');
  });
});
