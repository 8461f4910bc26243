import { describe, expect, it } from 'vitest';
import { entryOfBoth, type RegisterLine } from './two-entries';

const line = (more: Partial<RegisterLine> = {}): RegisterLine => ({
  ...{ origin: 'found', entered_on: '2025-05-01', listed_on: null, next_visit_on: null },
  ...{ staff_count: null, staff_counted_on: null, staff_evidence: null, version: 3 },
  ...more,
});

describe('one line of 企业台账 for two', () => {
  it('is 台账内 since the earlier day when either was', () => {
    const listed = line({ origin: 'listed', listed_on: '2024-02-01', entered_on: '2024-02-01' });
    const later = line({ origin: 'listed', listed_on: '2025-06-01' });
    const days = { origin: 'listed', listed_on: '2024-02-01', entered_on: '2024-02-01' };
    expect(entryOfBoth(later, listed)).toMatchObject(days);
    expect(entryOfBoth(listed, later)).toMatchObject(days);
    expect(entryOfBoth(line(), listed)).toMatchObject(days);
  });

  it('has the newer count with its own evidence, and the sooner visit', () => {
    const old = { staff_count: 30, staff_counted_on: '2024-01-01', staff_evidence: 'tax' };
    const fresh = { staff_count: 45, staff_counted_on: '2025-01-01', staff_evidence: 'insurance' };
    const joined = entryOfBoth(line(old), line({ ...fresh, next_visit_on: '2026-01-05' }));
    expect(joined).toMatchObject({ ...fresh, next_visit_on: '2026-01-05', version: 4 });
    expect(entryOfBoth(line(fresh), line(old))).toMatchObject(fresh);
  });

  it('is the other one’s where there was none, and unchanged where the other has none', () => {
    const other = line({ entered_on: '2023-01-01' });
    expect(entryOfBoth(null, other)).toEqual(other);
    expect(entryOfBoth(line(), null)).toBeNull();
    expect(entryOfBoth(null, null)).toBeNull();
  });
});
