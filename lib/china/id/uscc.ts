import { normaliseNumber } from './normalise';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export type UsccReason = 'empty' | 'length' | 'characters' | 'organisation_code' | 'checksum';

export type UsccResult =
  | { ok: true; normalised: string; registrar: string }
  | { ok: false; reason: UsccReason };

/** Check character of a 统一社会信用代码 for its first 17 characters (GB 32100 §4.4). */
export function usccCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((t, w, i) => t + w * ALPHABET.indexOf(first17[i] ?? ''), 0);
  return ALPHABET[(31 - (sum % 31)) % 31] ?? '';
}

/** Check character of the inner 组织机构代码 for its first eight characters (GB 11714). */
export function organisationCheckCharacter(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce(
    (t, w, i) => t + w * ORGANISATION_ALPHABET.indexOf(first8[i] ?? ''),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/**
 * 统一社会信用代码 of any registrar: companies (9), unions (8), civil affairs (5), co-operatives (N) …,
 * so nothing about the first character is required. `registrar` is that first character.
 * Source: GB 32100-2015.
 */
export function parseUscc(raw: string): UsccResult {
  if (raw.length > 64) return { ok: false, reason: 'length' };
  const code = normaliseNumber(raw);
  if (code === '') return { ok: false, reason: 'empty' };
  if (code.length !== 18) return { ok: false, reason: 'length' };
  if (![...code].every((c) => ALPHABET.includes(c))) return { ok: false, reason: 'characters' };
  if (usccCheckCharacter(code) !== code[17]) return { ok: false, reason: 'checksum' };
  if (organisationCheckCharacter(code.slice(8, 16)) !== code[16])
    return { ok: false, reason: 'organisation_code' };
  return { ok: true, normalised: code, registrar: code.charAt(0) };
}
