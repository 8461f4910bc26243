import { describe, expect, it } from 'vitest';
import { facts, other } from '@/features/eligibility/rules/cases.test-data';
import type { Facts } from '@/features/eligibility/rules/facts';
import type { offeringRules } from '@/features/offerings/schema/offering';
import { type Candidate, previewOf, replay } from './preview';

type Rules = Parameters<typeof offeringRules.parse>[0];
const made = (n: number) => new Date(Date.UTC(2026, 4, n));
/** Somebody of one union and town who booked on a day of May. */
const one = (
  id: string,
  day: number,
  rules: Rules,
  more: Partial<Candidate> & { facts?: Facts } = {},
): Candidate => ({
  bookingId: `b-${id}`,
  attendeeId: id,
  number: `YY-${id}`,
  masked: `${id}*`,
  madeAt: made(day),
  unionId: 'u1',
  townId: 't1',
  facts: facts({ rules }),
  ...more,
});
const unfit = (list: Candidate[]) => replay(list).unfit.map(({ number }) => number);
const withOthers = (rules: Rules, others: Facts['others'], more: Partial<Facts> = {}) =>
  facts({ rules, facts: { others, ...more } });

describe('last time judged once more by these rules', () => {
  it('gives a union its places in the order in which people came, whatever the list says', () => {
    const rules = { quotaUnit: 2 };
    const list = [one('c', 3, rules), one('a', 1, rules), one('b', 2, rules)];
    expect(replay(list)).toMatchObject({
      people: 3,
      unfit: [{ number: 'YY-c', masked: 'c*', failed: [{ rule: 'quota', outcome: 'fail' }] }],
    });
    const elsewhere = [...list, one('d', 4, rules, { unionId: 'u2' })];
    expect(unfit(elsewhere)).toEqual(['YY-c']);
  });

  it('takes two of one moment by their booking, so that it comes out alike each time', () => {
    const rules = { quotaUnit: 1 };
    const list = [one('b', 1, rules), one('a', 1, rules)];
    expect(unfit(list)).toEqual(['YY-b']);
    expect(unfit([...list].reverse())).toEqual(['YY-b']);
  });

  it('counts a town’s places over its unions, and none for who is below no town', () => {
    const rules = { quotaTown: 1 };
    const list = [
      one('a', 1, rules),
      one('b', 2, rules, { unionId: 'u2' }),
      one('c', 3, rules, { unionId: 'u3', townId: 't2' }),
      one('d', 4, rules, { unionId: 'u4', townId: null }),
      one('e', 5, rules, { unionId: 'u5', townId: null }),
    ];
    expect(unfit(list)).toEqual(['YY-b']);
  });

  it('counts each session for itself', () => {
    const rules = { quotaUnit: 1, quotaTown: 1 };
    const { session } = facts({});
    const evening = {
      facts: facts({ rules, facts: { session: session && { ...session, id: 's2' } } }),
    };
    expect(unfit([one('a', 1, rules), one('b', 2, rules, evening)])).toEqual([]);
  });

  it('gives no share to who does not fit', () => {
    const rules = { quotaUnit: 1, quotaTown: 1, ageMax: 50 };
    const old = facts({ rules });
    const tooOld = { ...old, attendee: { ...old.attendee, birthOn: '1960-01-01' } };
    const list = [one('a', 1, rules, { facts: tooOld }), one('b', 2, rules)];
    expect(unfit(list)).toEqual(['YY-a']);
  });

  it('counts a person once, by the booking that came first', () => {
    const rules = { quotaUnit: 1 };
    const again = one('a', 3, rules, { bookingId: 'b-again', number: 'YY-again' });
    expect(replay([again, one('a', 1, rules)])).toMatchObject({ people: 1, unfit: [] });
  });

  it('knows only what was known when the booking was made', () => {
    const rules = { repeatOnce: true };
    const same = { lineageId: 'o1' };
    const session = facts({}).session;
    const past = other(same);
    const own = other({ ...same, bookingId: 'b-a' });
    const later = other({ ...same, startsAt: session?.startsAt ?? new Date(0) });
    const judged = (others: Facts['others'], more: Partial<Facts> = {}) =>
      unfit([one('a', 1, rules, { facts: withOthers(rules, others, more) })]);
    expect(judged([past])).toEqual(['YY-a']);
    expect(judged([own])).toEqual([]);
    expect(judged([later])).toEqual([]);
    // Without a session the day of the booking is what counts.
    const noSession = { session: null };
    expect(judged([{ ...past, startsAt: made(1) }], noSession)).toEqual([]);
    expect(judged([{ ...past, startsAt: new Date(made(1).getTime() - 1) }], noSession)).toEqual([
      'YY-a',
    ]);
  });

  it('asks how old somebody was on the day of the booking where no session was chosen', () => {
    const rules = { ageMin: 46 };
    const young = facts({ rules, facts: { session: null } });
    const birthOn = '1980-05-10';
    const at = (day: number) =>
      unfit([
        one('a', day, rules, { facts: { ...young, attendee: { ...young.attendee, birthOn } } }),
      ]);
    expect(at(9)).toEqual(['YY-a']);
    expect(at(10)).toEqual([]);
  });

  it('leaves out what belonged to the hour and not to the person', () => {
    const closed = facts({ offering: { phase: 'closed' } });
    expect(unfit([one('a', 1, {}, { facts: closed })])).toEqual([]);
  });
});

describe('how many fail each rule', () => {
  it('is told by rule, the most first, a person once under each', () => {
    const rules = { ageMin: 50, sex: 'male' as const };
    const man = facts({ rules });
    const male = { ...man, attendee: { ...man.attendee, sex: 'male' as const } };
    const list = [one('a', 1, rules), one('b', 2, rules, { facts: male })];
    const { byRule, unfit: both } = replay(list);
    expect(byRule).toEqual([
      { rule: 'age', label: '年龄', n: 2 },
      { rule: 'sex', label: '性别', n: 1 },
    ]);
    // Only what fails is shown, not what is right.
    expect(both.map(({ failed }) => failed.map(({ rule }) => rule))).toEqual([
      ['sex', 'age'],
      ['age'],
    ]);
  });
});

describe('those who have a place or wait', () => {
  it('are judged as things stand now, quotas aside, each booking for itself', () => {
    const rules = { quotaUnit: 1, repeatOnce: true };
    const shares = { s1: { town: 9, unit: 9 } };
    const own = other({ lineageId: 'o1', bookingId: 'b-a', status: 'booked' });
    const kept = one('a', 1, rules, { facts: withOthers(rules, [own], { shares }) });
    const again = one('a', 2, rules, {
      bookingId: 'b-2',
      number: 'YY-2',
      facts: withOthers(rules, [own], { shares }),
    });
    expect(previewOf([kept])).toEqual({ people: 1, unfit: [], byRule: [] });
    expect(previewOf([kept, again])).toMatchObject({
      people: 2,
      unfit: [{ number: 'YY-2', failed: [{ rule: 'repeat' }] }],
      byRule: [{ rule: 'repeat', label: '间隔', n: 1 }],
    });
  });
});
