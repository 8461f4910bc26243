import { addMonths, isRealDate } from '@/lib/dates';
import { maskId } from '@/lib/format';
import type { IdentityDocumentResult, IdentityDocumentType } from './types';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_AGE_YEARS = 130;

/** The three documents that share the 18-character scheme of GB 11643. */
type EighteenType = Extract<
  IdentityDocumentType,
  'resident_id' | 'residence_permit' | 'foreign_permanent_resident'
>;

/** Check character for the first 17 digits (ISO 7064 MOD 11-2, as GB 11643 §4.3 applies it). */
export function residentIdCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first17[i]), 0);
  return CHECK_CHARACTERS[sum % 11] ?? '';
}

// Only the shape of the prefix is looked at: area codes are withdrawn and re-issued for
// decades, and no mainland table holds the 81/82/83 permits at all.
function typeByPrefix(number: string): EighteenType | null {
  if (/^8[123]0000/.test(number)) return 'residence_permit';
  if (number.startsWith('9')) return 'foreign_permanent_resident';
  return /^[1-8]/.test(number) ? 'resident_id' : null;
}

function birthRefusal(birthOn: string, today: string): 'birth_date' | 'future' | 'too_old' | null {
  if (!isRealDate(birthOn)) return 'birth_date';
  if (birthOn > today) return 'future';
  return addMonths(birthOn, OLDEST_AGE_YEARS * 12) <= today ? 'too_old' : null;
}

/**
 * 身份证, 港澳台居民居住证 and the new 外国人永久居留身份证: shape, birth date, then checksum, so that the
 * person hears about the mistake they can see. `number` is already normalised; `today` is `YYYY-MM-DD`.
 * Source: GB 11643; domain.md §1.6.
 */
export function parseEighteen(
  type: EighteenType,
  number: string,
  today: string,
): IdentityDocumentResult {
  if (number === '') return { ok: false, reason: 'empty' };
  if (!/^\d*X?$/.test(number)) return { ok: false, reason: 'characters' };
  if (number.length === 15) return { ok: false, reason: 'fifteen_digits' };
  if (number.length === 17) return { ok: false, reason: 'seventeen_digits' };
  if (number.length !== 18) return { ok: false, reason: 'length' };
  const belongsTo = typeByPrefix(number);
  if (belongsTo === null) return { ok: false, reason: 'prefix' };
  const birthOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  const refusal = birthRefusal(birthOn, today);
  if (refusal) return { ok: false, reason: refusal };
  if (residentIdCheckCharacter(number) !== number[17]) return { ok: false, reason: 'checksum' };
  if (belongsTo !== type) return { ok: false, reason: 'other_type', belongsTo };
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { ok: true, normalised: number, masked: maskId(number), birthOn, sex };
}

/** The 15-character 外国人永久居留证 issued before 2017: nationality, then 12 digits. */
export function parseOldForeignPermit(number: string): IdentityDocumentResult {
  if (!/^[A-Z]{3}\d{12}$/.test(number)) return { ok: false, reason: 'characters' };
  return { ok: true, normalised: number, masked: maskId(number) };
}
