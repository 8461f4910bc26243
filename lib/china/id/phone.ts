import { maskPhone } from '@/lib/format';
import { normaliseNumber } from './normalise';

export type PhoneReason = 'empty' | 'characters' | 'overseas' | 'landline' | 'length' | 'prefix';

export type PhoneResult =
  | { ok: true; normalised: string; masked: string }
  | { ok: false; reason: PhoneReason };

/**
 * A mainland mobile number, however it was typed (+86, spaces, dashes, full-width digits).
 * Number segments are never listed: the ministry opens new ones, and porting moves the old.
 */
export function parsePhone(raw: string): PhoneResult {
  if (raw.length > 64) return { ok: false, reason: 'length' };
  const typed = normaliseNumber(raw).replace(/[()]/g, '');
  if (typed === '') return { ok: false, reason: 'empty' };
  const bare = typed.replace(/^(?:\+|00)86/, '').replace(/^86(?=1\d{10}$)/, '');
  if (/^(\+|00)\d+$/.test(bare)) return { ok: false, reason: 'overseas' };
  if (!/^\d+$/.test(bare)) return { ok: false, reason: 'characters' };
  if (/^0\d{9,11}$/.test(bare)) return { ok: false, reason: 'landline' };
  if (bare.length !== 11) return { ok: false, reason: 'length' };
  if (!/^1[3-9]/.test(bare)) return { ok: false, reason: 'prefix' };
  return { ok: true, normalised: bare, masked: maskPhone(bare) };
}
