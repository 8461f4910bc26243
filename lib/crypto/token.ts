import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** An opaque 256-bit token, 43 URL-safe characters; only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether two texts are equal, in a time that does not tell how much was right. */
export function safeEqual(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

/**
 * A six-digit code for an SMS. A million values are searched in no time, so store it as a
 * `blindIndex`, not as a plain hash.
 */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}
