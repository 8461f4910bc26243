import { describe, expect, it } from 'vitest';
import { every3, facts, member, other, screening, table } from './cases-data';
import { decideEligibility } from './decide';
import type { Facts } from './facts';

describe('each rule', () => {
  it.each(table)('%s says %s: %s', (rule, outcome, _title, given) => {
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
