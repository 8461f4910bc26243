import { describe, expect, it } from 'vitest';
import { registerStatuses, visitResults } from '@/db/schema/enums';
import { refuseStatus, statusAfterVisit, typedAfter } from './status';

describe('the state of an employer in the register', () => {
  it('is never typed as under preparation or founded, whatever it was', () => {
    for (const now of registerStatuses) {
      expect(refuseStatus(now, 'preparing', null)).toBe('follows_founding');
      expect(refuseStatus(now, 'founded', null)).toMatch(/^follows_/);
      expect(typedAfter(now)).not.toContain('founded');
    }
  });

  it.each([
    ['untouched', 'surveyed', null, null],
    ['untouched', 'unfit', null, 'reason_needed'],
    ['promoting', 'unfit', '季节性停工', null],
    ['unfit', 'untouched', null, 'not_from_here'],
    ['ended', 'promoting', null, 'not_from_here'],
    ['ended', 'surveyed', null, null],
    ['founded', 'surveyed', null, 'follows_tree'],
    ['preparing', 'unfit', '不办了', 'follows_founding'],
  ] as const)('from %s to %s with the reason %s gives %s', (now, next, reason, expected) => {
    expect(refuseStatus(now, next, reason)).toBe(expected);
  });

  it.each([
    ['untouched', 'not_met', 'surveyed'],
    ['untouched', 'explained', 'promoting'],
    ['surveyed', 'gone', 'surveyed'],
    ['surveyed', 'agreed', 'promoting'],
  ] as const)('that was %s is, after a visit with %s, %s', (now, result, expected) => {
    expect(statusAfterVisit(now, result)).toBe(expected);
  });

  it('that was typed as final stays after any visit', () => {
    for (const result of visitResults) {
      expect(statusAfterVisit('unfit', result)).toBe('unfit');
      expect(statusAfterVisit('preparing', result)).toBe('preparing');
    }
  });
});
