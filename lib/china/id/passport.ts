import { maskId } from '@/lib/format';
import type { IdentityDocumentResult } from './types';

/** Passport numbers differ by country: letters and digits, 5 to 20 of them; the country is asked apart. */
export function parsePassport(number: string): IdentityDocumentResult {
  if (number === '') return { ok: false, reason: 'empty' };
  if (!/^[A-Z0-9]+$/.test(number)) return { ok: false, reason: 'characters' };
  if (number.length < 5 || number.length > 20) return { ok: false, reason: 'length' };
  return { ok: true, normalised: number, masked: maskId(number) };
}
