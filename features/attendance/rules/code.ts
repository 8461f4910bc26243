import { parseReceiptNumber } from '@/lib/receipt-number';

/** What was read from a QR code or typed at the door. */
export type ReadCode =
  | { readonly type: 'booking'; readonly token: string }
  | { readonly type: 'card'; readonly token: string }
  | { readonly type: 'number'; readonly number: string }
  | { readonly type: 'foreign' };

const pattern = /^(?:https?:\/\/[^/\s]+)?\/(b|v)\/([\w-]{20,320})(?:[?#].*)?$/;

/**
 * Tells our codes from any other: a booking's `/b/…`, a member card's `/v/…`, on whatever host the
 * code was printed for; or a booking number typed by hand. Everything else is somebody else's.
 */
export function readCode(text: string): ReadCode {
  const trimmed = text.trim();
  const [, path, token] = pattern.exec(trimmed) ?? [];
  if (token) return { type: path === 'b' ? 'booking' : 'card', token };
  const number = parseReceiptNumber(trimmed);
  return number ? { type: 'number', number } : { type: 'foreign' };
}
