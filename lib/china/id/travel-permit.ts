import { maskId } from '@/lib/format';
import type { IdentityDocumentReason, IdentityDocumentResult } from './types';

function refuse(reason: IdentityDocumentReason): IdentityDocumentResult {
  return { ok: false, reason };
}

/**
 * 港澳居民来往内地通行证: H or M, eight digits, and two more for the issue count on old cards. The number
 * holds neither sex nor birth date, so both are asked.
 * Refuses `empty`; `characters` other than letters and digits where they belong; `prefix` other
 * than H or M; `length` other than 9 or 11.
 */
export function parseHkMacauPermit(number: string): IdentityDocumentResult {
  if (number === '') return refuse('empty');
  if (!/^[A-Z0-9]+$/.test(number)) return refuse('characters');
  if (!/^[HM]/.test(number)) return refuse('prefix');
  if (number.length !== 9 && number.length !== 11) return refuse('length');
  if (!/^[HM]\d+$/.test(number)) return refuse('characters');
  return { ok: true, normalised: number, masked: maskId(number) };
}

/**
 * 台湾居民来往大陆通行证 (台胞证): eight digits, and two more on cards issued before 2015.
 * Refuses `empty`; `characters` other than digits; `length` other than 8 or 10.
 */
export function parseTaiwanPermit(number: string): IdentityDocumentResult {
  if (number === '') return refuse('empty');
  if (!/^\d+$/.test(number)) return refuse('characters');
  if (number.length !== 8 && number.length !== 10) return refuse('length');
  return { ok: true, normalised: number, masked: maskId(number) };
}
