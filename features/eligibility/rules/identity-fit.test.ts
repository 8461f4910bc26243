import { describe, expect, it, test } from 'vitest';
import { type Misfit, misfitWords } from '@/features/bookings/rules/misfit';
import { facts, now } from './cases.test-data';
import { misfitAfter } from './identity-fit';

// Facts of a woman of 46 on the first day.
const older = { birthOn: '1960-07-06', sex: 'female' } as const;

describe('a booking after a correction', () => {
  test.each([
    ['too old by it', { ageMax: 50 }, older, 'age'],
    ['born outside the window by it', { bornFrom: '1970-01-01' }, older, 'born'],
    ['of the other sex by it', { sex: 'female' }, { birthOn: '1980-07-06', sex: 'male' }, 'sex'],
    ['of an age that still fits', { ageMax: 70 }, older, undefined],
    ['without any such condition', {}, older, undefined],
    ['that did not fit before either', { ageMax: 40 }, older, undefined],
  ] as const)('%s: %o', (_what, rules, right, failed) => {
    expect(misfitAfter(facts({ rules }), right)?.rule).toBe(failed);
  });
});

describe('what the correcting officer reads of it', () => {
  const booked = (kind: Misfit['kind']): Misfit => ({
    ...{ bookingId: 'b1', kind, title: '某某课', why: '年龄 18–45 周岁' },
    startsAt: new Date('2026-07-06T00:30:00Z'),
    status: 'booked',
  });

  it('names a course with its day and the reason', () => {
    const words = misfitWords(booked('training'), now);
    expect(words).toBe('某某课（7月6日（周一），已预约）：年龄 18–45 周岁');
  });

  it.each(['childcare', 'screening'] as const)('says of %s only that there is one', (kind) => {
    expect(misfitWords(booked(kind), now)).toMatch(/^一项(托管|健康)服务（已预约）$/);
  });
});
