/** A mobile, or the 18 characters of a resident's card with a birthday inside, and nothing that goes on. */
const phone = String.raw`(?:\+?86)?1[3-9]\d{9}`;
const card = String.raw`\d{6}(?:1[89]|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx]`;
const number = new RegExp(`(?<![0-9A-Za-z])(?:${phone}|${card})(?![0-9A-Za-z])`);

/**
 * Whether a mobile or an ID number stands in a text, in full-width digits and with gaps too. The digits of
 * a uuid or a token, which letters surround, are none.
 */
export function holdsPersonalNumber(text: string): boolean {
  const plain = text.normalize('NFKC');
  return number.test(plain) || number.test(plain.replace(/(?<=\d)[\s-](?=[\dXx])/g, ''));
}
