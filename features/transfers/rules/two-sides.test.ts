import { describe, expect, it } from 'vitest';
import { transferRefusals } from '@/db/schema/enums';
import { carryOver } from './carry-over';
import { mayBecome, outcomeOf, refusalsOf, type SideStatus, sideTransitions } from './two-sides';

const agreed = (agreedOn: string, status: SideStatus = 'agreed') => ({ status, agreedOn });
const side = (status: SideStatus) => ({ status, agreedOn: null });

describe('both sides', () => {
  it.each([
    ['both agreed', [agreed('2026-07-01'), agreed('2026-07-03')], { on: '2026-07-03' }],
    [
      'the old one said nothing',
      [agreed('2026-07-15', 'silent'), agreed('2026-06-20')],
      { on: '2026-07-15' },
    ],
    ['one is still asked', [agreed('2026-07-01'), side('waiting')], null],
    ['one is stopped', [side('stopped'), agreed('2026-07-03')], null],
    ['a refusal may still be appealed', [side('refused'), agreed('2026-07-03')], null],
    ['a refusal is final', [side('upheld'), agreed('2026-07-03')], 'refused'],
  ] as const)('come to an outcome when %s', (_, sides, outcome) => {
    expect(outcomeOf(sides)).toEqual(outcome);
  });

  it('never turn back from consent or from a final refusal', () => {
    for (const over of ['agreed', 'silent', 'upheld'] as const) {
      expect(sideTransitions[over]).toEqual([]);
    }
    expect(mayBecome('refused', 'appealed')).toBe(true);
    expect(mayBecome('waiting', 'appealed')).toBe(false);
  });

  it('refuse for a reason of their own closed list only', () => {
    expect([...new Set(Object.values(refusalsOf).flat())].sort()).toEqual(
      [...transferRefusals].sort(),
    );
    expect(refusalsOf.out).not.toContain('not_ours');
  });
});

describe('what goes along and what stays', () => {
  it('says one fate and one sentence for each', () => {
    expect(new Set(carryOver.map(({ key }) => key)).size).toBe(carryOver.length);
    for (const { title, note } of carryOver) expect(title && note).toBeTruthy();
  });
});
