import { parseReceiptNumber } from '@/lib/receipt-number';

/** What the words typed into the search box can mean; several at once (a name may be Latin). */
export type Term =
  | { readonly kind: 'none' }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'phone_tail'; readonly tail: string }
  | { readonly kind: 'phone'; readonly phone: string }
  | { readonly kind: 'document'; readonly raw: string }
  | { readonly kind: 'reading'; readonly reading: string }
  | { readonly kind: 'name'; readonly name: string };

/**
 * Reads a search the way an officer means it: 办件号, the last four digits of a phone, a whole phone,
 * a whole document number (exact only), pinyin or initials, else part of a name.
 */
export function termOf(typed: string): Term {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { kind: 'none' };
  const number = parseReceiptNumber(text);
  if (number) return { kind: 'number', number };
  const plain = text.replace(/[\s-]/g, '');
  if (/^\d{4}$/.test(plain)) return { kind: 'phone_tail', tail: plain };
  if (/^1[3-9]\d{9}$/.test(plain)) return { kind: 'phone', phone: plain };
  if (/^[A-Za-z]{0,2}\d{7,17}[\dXx]?$/.test(plain)) return { kind: 'document', raw: plain };
  if (/^[A-Za-z' ]{1,40}$/.test(text)) {
    return { kind: 'reading', reading: text.toLowerCase().replace(/[' ]/g, '') };
  }
  return { kind: 'name', name: text };
}
