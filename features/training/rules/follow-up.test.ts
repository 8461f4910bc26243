import { describe, expect, it } from 'vitest';
import { parseLocalDateTime } from '@/lib/dates';
import { followUpClosesOn, inWorkPercent, isFollowUpOpen } from './follow-up';

const at = (local: string) => parseLocalDateTime(local) ?? new Date(Number.NaN);
const round = (employed: number, self_employed: number, unemployed: number, none = 0) => ({
  round: 1,
  months: 3,
  asked: employed + self_employed + unemployed + none,
  by: { employed, self_employed, unemployed, none },
});

describe('a question after a training', () => {
  it('is open to the end of its last day', () => {
    const asked = at('2026-03-01T10:00');
    expect(followUpClosesOn(asked, 60)).toBe('2026-04-30');
    expect(isFollowUpOpen(asked, 60, at('2026-04-30T23:59'))).toBe(true);
    expect(isFollowUpOpen(asked, 60, at('2026-05-01T00:00'))).toBe(false);
  });

  it('counts who works among those who answered, not among those who were asked', () => {
    expect(inWorkPercent(round(3, 1, 2, 10))).toBe(67);
    expect(inWorkPercent(round(0, 0, 4))).toBe(0);
    expect(inWorkPercent(round(0, 0, 0, 5))).toBeNull();
  });
});
