import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityDocumentMessage, phoneMessages, usccMessages } from './messages';
import { parseIdentityDocument } from './parse';
import { parsePhone } from './phone';
import { type IdentityDocumentType, identityDocumentTypes } from './types';
import { organisationCheckCharacter, parseUscc, usccCheckCharacter } from './uscc';

const today = '2026-11-24';

describe('the parser of travel permits and passports', () => {
  it.each<[IdentityDocumentType, string, string]>([
    ['hk_macau_travel_permit', 'h12345678', 'H12345678'],
    ['hk_macau_travel_permit', 'Ｍ１２３４５６７８０１', 'M1234567801'],
    ['taiwan_travel_permit', '12345678', '12345678'],
    ['taiwan_travel_permit', '1234567801', '1234567801'],
    ['passport', 'e1234 5678', 'E12345678'],
    ['passport', 'E1234', 'E1234'],
    ['passport', 'E1234567890123456789', 'E1234567890123456789'],
  ])('%s accepts %s', (type, raw, normalised) => {
    const result = parseIdentityDocument(type, raw, today);
    expect(result).toMatchObject({ ok: true, normalised });
    expect(result).not.toHaveProperty('birthOn');
  });

  it.each<[IdentityDocumentType, string, string]>([
    ['hk_macau_travel_permit', 'A12345678', 'prefix'],
    ['hk_macau_travel_permit', 'H1234567', 'length'],
    ['hk_macau_travel_permit', 'H1234567A', 'characters'],
    ['hk_macau_travel_permit', '<12345678', 'characters'],
    ['hk_macau_travel_permit', '', 'empty'],
    ['taiwan_travel_permit', '', 'empty'],
    ['taiwan_travel_permit', '123456789', 'length'],
    ['taiwan_travel_permit', 'T2345678', 'characters'],
    ['passport', 'E123', 'length'],
    ['passport', 'E12345678901234567890', 'length'],
    ['passport', '<script>', 'characters'],
    ['passport', '', 'empty'],
  ])('%s refuses %s: %s', (type, raw, reason) => {
    expect(parseIdentityDocument(type, raw, today)).toMatchObject({ ok: false, reason });
  });

  it('reads up to 64 characters with all that was pasted along, and no further', () => {
    const pasted = (length: number) =>
      parseIdentityDocument('passport', 'E12345678'.padEnd(length), today);
    expect(pasted(64)).toMatchObject({ ok: true, normalised: 'E12345678' });
    expect(pasted(65)).toEqual({ ok: false, reason: 'length' });
  });

  it('shows at most half of a number and never throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...identityDocumentTypes), fc.string(), (type, raw) => {
        const result = parseIdentityDocument(type, raw, today);
        if (result.ok) {
          const shown = result.masked.replaceAll('*', '').length;
          expect(result.masked.length).toBe(result.normalised.length);
          expect(shown * 3).toBeLessThanOrEqual(result.normalised.length * 2);
        } else {
          expect(identityDocumentMessage(type, result)).not.toBe('');
        }
      }),
    );
  });
});

describe('a mobile number', () => {
  it.each([
    '13900000001',
    '+86 139 0000 0001',
    '86-139-0000-0001',
    '0086 13900000001',
    '１３９００００ ０００１',
  ])('normalises %s', (raw) => {
    expect(parsePhone(raw)).toEqual({
      ok: true,
      normalised: '13900000001',
      masked: '139****0001',
    });
  });

  it.each([
    ['', 'empty'],
    ['1390000000', 'length'],
    ['139000000011', 'length'],
    ['12900000001', 'prefix'],
    ['0775-4567890', 'landline'],
    ['+852 91234567', 'overseas'],
    ['13900000001\r\nBcc: x', 'characters'],
    ["1' or '1'='1", 'characters'],
  ] as const)('refuses %j: %s', (raw, reason) => {
    expect(parsePhone(raw)).toEqual({ ok: false, reason });
    expect(phoneMessages[reason]).toMatch(/手机号/);
  });

  it('is read in up to 64 characters with all that was pasted along, and no further', () => {
    const pasted = (length: number) => '13900000001'.padEnd(length);
    expect(parsePhone(pasted(64))).toMatchObject({ ok: true, normalised: '13900000001' });
    expect(parsePhone(pasted(65))).toEqual({ ok: false, reason: 'length' });
  });

  it('accepts every eleven digits that begin 13 to 19, whatever the segment', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (b, n) => {
          expect(parsePhone(`1${b}${String(n).padStart(9, '0')}`).ok).toBe(true);
        },
      ),
    );
  });
});

describe('a unified social credit code', () => {
  it.each(['914403001922038216', '9144030071526726XG', '9144030071526726xg'])(
    'accepts %s',
    (raw) => {
      expect(parseUscc(raw)).toMatchObject({ ok: true, registrar: '9' });
    },
  );

  it.each([
    ['914403001922038217', 'checksum'],
    ['9144030071526726XH', 'checksum'],
    ['91440300192203821', 'length'],
    ['91440300I922038216', 'characters'],
    ['', 'empty'],
  ] as const)('refuses %s: %s', (raw, reason) => {
    expect(parseUscc(raw)).toEqual({ ok: false, reason });
    expect(usccMessages[reason]).toMatch(/统一社会信用代码/);
  });

  it('is refused for the code of the organisation inside it, though the last digit fits', () => {
    const wrong = organisationCheckCharacter('12345678') === '1' ? '2' : '1';
    const body = `9145080312345678${wrong}`;
    expect(parseUscc(body + usccCheckCharacter(body))).toEqual({
      ok: false,
      reason: 'organisation_code',
    });
  });

  it('is read in up to 64 characters with all that was pasted along, and no further', () => {
    expect(parseUscc('914403001922038216'.padEnd(64)).ok).toBe(true);
    expect(parseUscc('914403001922038216'.padEnd(65))).toEqual({ ok: false, reason: 'length' });
  });

  it('accepts any registrar and notices any single wrong digit', () => {
    const registrar = fc.constantFrom('1', '5', '8', '9', 'N', 'Y');
    fc.assert(
      fc.property(registrar, fc.stringMatching(/^[0-9]{8}$/), fc.nat(15), (first, inner, at) => {
        const body = `${first}1450803${inner}${organisationCheckCharacter(inner)}`;
        const code = body + usccCheckCharacter(body);
        expect(parseUscc(code)).toMatchObject({ ok: true, registrar: first });
        const wrong = code[at] === '7' ? '3' : '7';
        expect(parseUscc(code.slice(0, at) + wrong + code.slice(at + 1)).ok).toBe(false);
      }),
    );
  });
});
