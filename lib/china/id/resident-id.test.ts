import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/dates';
import { identityDocumentMessage } from './messages';
import { parseIdentityDocument } from './parse';
import { residentIdCheckCharacter } from './resident-id';
import type { IdentityDocumentResult } from './types';

const today = '2026-11-24';
const parse = (raw: string) => parseIdentityDocument('resident_id', raw, today);
const reasonOf = (result: IdentityDocumentResult) => (result.ok ? 'ok' : result.reason);
const withCheck = (first17: string) => first17 + residentIdCheckCharacter(first17);

const anyNumber = fc
  .record({
    area: fc.integer({ min: 110000, max: 799999 }),
    days: fc.integer({ min: 0, max: 45_000 }),
    sequence: fc.integer({ min: 0, max: 999 }),
  })
  .map(({ area, days, sequence }) => {
    const birthOn = addDays(today, -days);
    const first17 = `${area}${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return { number: withCheck(first17), birthOn, male: sequence % 2 === 1 };
  });

describe('a resident identity number (N11)', () => {
  it('reads birth date and sex from the published examples', () => {
    expect(parse('11010519491231002X')).toEqual({
      ok: true,
      normalised: '11010519491231002X',
      masked: '1101**********002X',
      birthOn: '1949-12-31',
      sex: 'female',
    });
    expect(parse('450803199003070029')).toMatchObject({ birthOn: '1990-03-07', sex: 'female' });
    expect(reasonOf(parse('110105194912310021'))).toBe('checksum');
  });

  it.each([
    ['11010519491231002x', 'a small x'],
    ['１１０１０５１９４９１２３１００２Ｘ', 'full-width characters'],
    [' 110105 19491231 002X ', 'spaces'],
    ['110105-19491231-002x', 'dashes'],
    ['\u202d11010519491231002X\u202c', 'the marks a phone pastes along'],
  ])('accepts %s (%s)', (raw) => {
    expect(parse(raw)).toMatchObject({ ok: true, normalised: '11010519491231002X' });
  });

  it.each([
    ['', 'empty'],
    ['110105491231002', 'fifteen_digits'],
    ['11010519491231002', 'seventeen_digits'],
    ['1101051949123100211', 'length'],
    ['1', 'length'],
    ['1'.repeat(10_000), 'length'],
    ['11010519491231O02X', 'characters'],
    ['1101051949123100X2', 'characters'],
    [withCheck('11010519900231002'), 'birth_date'],
    [withCheck('11010520011301002'), 'birth_date'],
    [withCheck('11010500010101002'), 'birth_date'],
    [withCheck('11010520261125002'), 'future'],
    [withCheck('11010599991231002'), 'future'],
    [withCheck('11010518961124002'), 'too_old'],
    [withCheck('00000019900307002'), 'prefix'],
    [withCheck('81000019900307001'), 'other_type'],
  ])('refuses %s: %s', (raw, reason) => {
    expect(reasonOf(parse(raw))).toBe(reason);
  });

  it('accepts someone born today and someone who is 130 tomorrow', () => {
    expect(parse(withCheck('11010520261124002')).ok).toBe(true);
    expect(parse(withCheck('11010518961125002')).ok).toBe(true);
  });

  it('round-trips every well-formed number', () => {
    fc.assert(
      fc.property(anyNumber, ({ number, birthOn, male }) => {
        expect(parse(number)).toMatchObject({
          ok: true,
          normalised: number,
          birthOn,
          sex: male ? 'male' : 'female',
        });
      }),
    );
  });

  it('notices any single wrong digit and any swap of neighbours', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        ({ number }, at, shift) => {
          const wrong = String((Number(number[at]) + shift) % 10);
          expect(parse(number.slice(0, at) + wrong + number.slice(at + 1)).ok).toBe(false);
          const [a, b] = [number[at], number[at + 1]];
          if (a !== b)
            expect(parse(number.slice(0, at) + b + a + number.slice(at + 2)).ok).toBe(false);
        },
      ),
    );
  });

  it('never throws, whatever is typed, and always has words for the refusal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const result = parse(raw);
        if (!result.ok) expect(identityDocumentMessage('resident_id', result)).toMatch(/身份证/);
      }),
    );
  });

  it('sends whoever mistyped one digit through all of them, for the last one is mostly right', () => {
    expect(identityDocumentMessage('resident_id', { reason: 'checksum' })).toBe(
      '身份证号有一位输错了，请对照证件逐位核对',
    );
  });
});

describe('the parser of documents that share the eighteen-character scheme', () => {
  it.each(['810000199003070015', withCheck('82000019900307002'), withCheck('83000019900307002')])(
    'accepts the residence permit %s without any area table',
    (number) => {
      expect(parseIdentityDocument('residence_permit', number, today)).toMatchObject({
        ok: true,
        birthOn: '1990-03-07',
      });
    },
  );

  it('tells a mainland number entered as a residence permit', () => {
    expect(parseIdentityDocument('residence_permit', '450803199003070029', today)).toEqual({
      ok: false,
      reason: 'other_type',
      belongsTo: 'resident_id',
    });
  });

  it('accepts both forms of the foreign permanent residence card', () => {
    const card = withCheck('91184019900307002');
    expect(parseIdentityDocument('foreign_permanent_resident', card, today)).toMatchObject({
      ok: true,
      birthOn: '1990-03-07',
      sex: 'female',
    });
    expect(parseIdentityDocument('foreign_permanent_resident', 'can110093120101', today)).toEqual({
      ok: true,
      normalised: 'CAN110093120101',
      masked: 'CAN1*******0101',
    });
  });

  it.each([
    ['CA1110093120101', 'characters'],
    ['CAN11009312010X', 'characters'],
    ['110093120101123', 'fifteen_digits'],
  ])('refuses %s as the foreign permanent residence card: %s', (number, reason) => {
    expect(parseIdentityDocument('foreign_permanent_resident', number, today)).toEqual({
      ok: false,
      reason,
    });
  });
});
