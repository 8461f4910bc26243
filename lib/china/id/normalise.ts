const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const SEPARATORS = /[\s\-\u2010-\u2015\u2212\uFE63_]/g;

/** Full-width forms (Ｘ, １２３, the ideographic space) become their ASCII counterparts. */
export function toHalfWidth(raw: string): string {
  return raw
    .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/**
 * What a person typed or pasted as a number, in the one form that is stored and compared:
 * half-width, upper case, without spaces, dashes or the invisible marks phones paste along.
 */
export function normaliseNumber(raw: string): string {
  return toHalfWidth(raw).replace(INVISIBLE, '').replace(SEPARATORS, '').toUpperCase();
}
