import { describe, expect, it } from 'vitest';
import { lastDay, refuseSecondment, secondmentState } from './secondment';

const days = {
  ...{ startsOn: '2026-03-01', endsOn: '2026-08-31', endedOn: null },
  ...{ withdrawnAt: null, membershipEndedOn: null },
};

describe('a secondment', () => {
  it.each([
    ['coming', '2026-02-28', {}],
    ['running', '2026-03-01', {}],
    ['running', '2026-08-31', {}],
    ['over', '2026-09-01', {}],
    ['over', '2026-05-02', { endedOn: '2026-05-01' }],
    ['withdrawn', '2026-02-01', { withdrawnAt: new Date(0) }],
    ['over', '2026-06-02', { membershipEndedOn: '2026-06-01' }],
    ['withdrawn', '2026-03-02', { membershipEndedOn: '2026-02-01' }],
  ] as const)('is %s on %s', (state, today, more) => {
    expect(secondmentState({ ...days, ...more }, today)).toBe(state);
  });

  it('lasts no longer than the 会籍 that it rests on', () => {
    expect(lastDay({ ...days, membershipEndedOn: '2026-12-31' })).toBe('2026-08-31');
    expect(lastDay({ ...days, membershipEndedOn: '2026-04-30' })).toBe('2026-04-30');
  });
});

describe('entering one', () => {
  const asked = { hostId: 'b', hostName: null, startsOn: '2026-03-01', endsOn: '2026-08-31' };
  const about = {
    ...{ organisationId: 'a', since: '2024-01-01', latest: '2031-03-01', hostClosed: false },
  };
  it.each([
    ['host_needed', { hostId: null }, {}],
    ['two_hosts', { hostName: '区人社局' }, {}],
    ['own_union', { hostId: 'a' }, {}],
    ['host_closed', {}, { hostClosed: true }],
    ['days_out_of_range', { startsOn: '2023-12-31' }, {}],
    ['days_out_of_range', { endsOn: '2026-02-28' }, {}],
    ['too_long', { endsOn: '2031-03-02' }, {}],
    [null, {}, {}],
    [null, { hostId: null, hostName: '区人社局' }, {}],
  ] as const)('is refused: %s', (reason, ask, more) => {
    expect(refuseSecondment({ ...asked, ...ask }, { ...about, ...more })).toBe(reason);
  });
});
