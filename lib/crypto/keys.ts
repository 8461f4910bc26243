import 'server-only';
import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';

export interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** First the key in use, then the older ones that must still open what they sealed. */
export type KeyQueue = readonly [Key, ...Key[]];

/** Reads `id:base64,id:base64`; each key is 32 bytes and each id is used once. */
export function parseKeyQueue(text: string): KeyQueue {
  const keys = text.split(',').map((part) => {
    const [, id = '', encoded = ''] = /^\s*([a-z0-9]{1,8}):(\S+)\s*$/.exec(part) ?? [];
    return { id, bytes: Buffer.from(encoded, 'base64') };
  });
  const [first, ...older] = keys;
  const ids = new Set(keys.map((key) => key.id));
  if (!first || ids.size !== keys.length || keys.some((key) => key.bytes.length !== 32)) {
    throw new Error('a key queue holds distinct ids, each with 32 bytes in base64');
  }
  return [first, ...older];
}

/** A key for one purpose only, so that no two uses ever share bytes (HKDF-SHA256, RFC 5869). */
export function deriveKey(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

function remember<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Keys of encrypted columns. */
export const fieldKeys = remember(() => parseKeyQueue(env().FIELD_KEYS));

/** Keys of blind indexes; never the same bytes as `fieldKeys`. */
export const indexKeys = remember(() => parseKeyQueue(env().INDEX_KEYS));

/** The key that signs short-lived links and card codes. */
export const linkKey = remember(() => deriveKey(Buffer.from(env().APP_SECRET, 'base64'), 'link'));

/** The secret that next-auth seals its own short-lived cookies with; its sessions are not signed. */
export const authSecret = remember(() =>
  deriveKey(Buffer.from(env().APP_SECRET, 'base64'), 'next-auth').toString('base64'),
);
