import { normaliseNumber } from './normalise';
import { parsePassport } from './passport';
import { parseEighteen, parseOldForeignPermit } from './resident-id';
import { parseHkMacauPermit, parseTaiwanPermit } from './travel-permit';
import type { IdentityDocumentResult, IdentityDocumentType } from './types';

const LONGEST_INPUT = 64;

/**
 * One entry for every identity document: normalises what was typed, checks it by the rule of its
 * kind, and hands back the form to store, the form to show and what the number says of its holder.
 * Pure: `today` is `YYYY-MM-DD`. Never throws on text.
 */
export function parseIdentityDocument(
  type: IdentityDocumentType,
  raw: string,
  today: string,
): IdentityDocumentResult {
  if (raw.length > LONGEST_INPUT) return { ok: false, reason: 'length' };
  const number = normaliseNumber(raw);
  switch (type) {
    case 'resident_id':
    case 'residence_permit':
      return parseEighteen(type, number, today);
    case 'foreign_permanent_resident':
      return number.length === 15 && /^[A-Z]/.test(number)
        ? parseOldForeignPermit(number)
        : parseEighteen(type, number, today);
    case 'hk_macau_travel_permit':
      return parseHkMacauPermit(number);
    case 'taiwan_travel_permit':
      return parseTaiwanPermit(number);
    case 'passport':
      return parsePassport(number);
  }
}
