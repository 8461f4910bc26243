import { createHmac } from 'node:crypto';
import { indexKeys, type Key, type KeyQueue } from './keys';

const indexWith = (key: Key, kind: string, normalised: string): string =>
  createHmac('sha256', key.bytes).update(`${kind}|${normalised}`).digest('hex');

/**
 * What equality is searched by when the value itself is encrypted. A keyed hash, because all
 * eighteen-digit numbers can be tried against a plain one in an afternoon.
 * @param kind what the value is (`resident_id`, `phone` …), so that equal digits of two kinds differ
 * @param normalised the value in its stored form
 * @returns 64 hex digits
 */
export function blindIndex(kind: string, normalised: string, keys: KeyQueue = indexKeys()): string {
  return indexWith(keys[0], kind, normalised);
}

/** The index under every key still in use, the current one first: search with `in (…)` while rotating. */
export function blindIndexQueue(
  kind: string,
  normalised: string,
  keys: KeyQueue = indexKeys(),
): string[] {
  return keys.map((key) => indexWith(key, kind, normalised));
}
