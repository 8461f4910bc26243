import { describe, expect, it } from 'vitest';
import { joinMemberships, type OpenMembership } from './merge-people';

const since = (day: string, more: Partial<OpenMembership> = {}): OpenMembership => ({
  ...{ id: day, since: day, joinedOn: day, previousId: null },
  ...more,
});

describe('two 会籍 of one person', () => {
  it('are no matter while only one of the records has one', () => {
    const nothing = { stays: null, goes: null };
    expect(joinMemberships(since('2024-03-01'), null)).toEqual(nothing);
    expect(joinMemberships(null, since('2024-03-01'))).toEqual(nothing);
  });

  it('follow each other when the one that goes began first', () => {
    const goes = since('2024-03-01', { joinedOn: '2020-01-01' });
    expect(joinMemberships(since('2025-06-01'), goes)).toEqual({
      goes: { status: 'left', ended_on: '2025-05-31' },
      stays: { previous_id: goes.id, moved_in_on: '2025-06-01', joined_on: '2020-01-01' },
    });
  });

  it('leave the one that goes on as it is when it began first', () => {
    expect(joinMemberships(since('2024-03-01'), since('2025-06-01'))).toEqual({
      goes: { status: 'left', ended_on: '2025-05-31' },
      stays: null,
    });
  });

  it('do not forget where the one that goes on was moved in from', () => {
    const stays = since('2025-06-01', { previousId: 'before', joinedOn: '2019-01-01' });
    expect(joinMemberships(stays, since('2024-03-01')).stays).toBeNull();
  });
});
