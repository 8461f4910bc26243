import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '@/lib/ids';
import { linkKey } from './keys';

const UUID_SUBJECT = 1;
const TEXT_SUBJECT = 2;
const HEAD = 5;
const TAG = 16;

export type LinkResult =
  | { ok: true; subject: string; expiresAt: Date }
  | { ok: false; reason: 'malformed' | 'signature' | 'expired' };

const tagOf = (purpose: string, body: Buffer, key: Buffer): Buffer =>
  createHmac('sha256', key).update(`${purpose}|`).update(body).digest().subarray(0, TAG);

const uuidText = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/**
 * A short signed token that ends by itself: 50 characters for a uuid, small enough for a QR code.
 * @param purpose what it opens (`card` …); a token of one purpose is worth nothing for another
 * @param subject whom or what it speaks of: a uuid, or up to 200 bytes of text
 */
export function signLink(
  purpose: string,
  subject: string,
  expiresAt: Date,
  key: Buffer = linkKey(),
): string {
  const asUuid = isUuid(subject) && subject === subject.toLowerCase();
  const content = asUuid ? Buffer.from(subject.replaceAll('-', ''), 'hex') : Buffer.from(subject);
  if (content.length > 200)
    throw new RangeError('the subject of a signed link is at most 200 bytes');
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(asUuid ? UUID_SUBJECT : TEXT_SUBJECT, 0);
  head.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 1);
  const body = Buffer.concat([head, content]);
  return Buffer.concat([body, tagOf(purpose, body, key)]).toString('base64url');
}

/**
 * Checks a token of `signLink`. `skewSeconds` forgives the difference between two clocks, no more.
 * The signature comes first: an expiry that nobody signed says nothing.
 */
export function verifyLink(
  purpose: string,
  token: string,
  now: Date,
  skewSeconds = 5,
  key: Buffer = linkKey(),
): LinkResult {
  if (!/^[\w-]{28,320}$/.test(token)) return { ok: false, reason: 'malformed' };
  const bytes = Buffer.from(token, 'base64url');
  // A second spelling of the same bytes would make one token look like two.
  if (bytes.toString('base64url') !== token) return { ok: false, reason: 'malformed' };
  if (bytes.length <= HEAD + TAG) return { ok: false, reason: 'malformed' };
  const body = bytes.subarray(0, -TAG);
  if (!timingSafeEqual(bytes.subarray(-TAG), tagOf(purpose, body, key))) {
    return { ok: false, reason: 'signature' };
  }
  const expiresAt = new Date(body.readUInt32BE(1) * 1000);
  if (now.getTime() > expiresAt.getTime() + skewSeconds * 1000) {
    return { ok: false, reason: 'expired' };
  }
  const content = body.subarray(HEAD);
  const subject = body.readUInt8(0) === UUID_SUBJECT ? uuidText(content) : content.toString();
  return { ok: true, subject, expiresAt };
}
