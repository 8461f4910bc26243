import { describe, expect, it } from 'vitest';
import { endOfDouble } from './two-memberships';

describe('the 会籍 that does not go on', () => {
  it('ends the day before the other began, when it was first', () => {
    expect(endOfDouble('2024-03-01', '2025-06-01')).toBe('2025-05-31');
  });

  it('never was, when the other had begun before', () => {
    expect(endOfDouble('2025-06-01', '2024-03-01')).toBe('2025-05-31');
  });

  it('never was, when both began on one day', () => {
    expect(endOfDouble('2025-06-01', '2025-06-01')).toBe('2025-05-31');
  });
});
