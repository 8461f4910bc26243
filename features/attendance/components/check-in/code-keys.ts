/** What opens one line of a door's list: where it lies, and the key. Both come from the code alone. */
export interface CodeKeys {
  readonly id: string;
  readonly key: CryptoKey;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Whether this page can keep a list at all: browsers lend their cipher to https (and localhost) only. */
export const canEncrypt = (): boolean =>
  typeof crypto !== 'undefined' && crypto.subtle !== undefined && typeof indexedDB !== 'undefined';

/** The same derivation as the server's (queries/offline-list): HKDF of the code under the list's salt. */
export async function keysOf(token: string, salt: string): Promise<CodeKeys> {
  const encoder = new TextEncoder();
  const base = await crypto.subtle.importKey('raw', encoder.encode(token), 'HKDF', false, [
    'deriveBits',
    'deriveKey',
  ]);
  const given = (info: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: bytes(salt),
    info: encoder.encode(info),
  });
  const [id, key] = await Promise.all([
    crypto.subtle.deriveBits(given('find'), base, 128),
    crypto.subtle.deriveKey(given('open'), base, { name: 'AES-GCM', length: 256 }, false, [
      'decrypt',
    ]),
  ]);
  return { id: hex(id), key };
}

/** Opens one line; throws when the key is not its own. */
export async function openLine(
  line: { iv: string; data: string },
  key: CryptoKey,
): Promise<string> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes(line.iv) },
    key,
    bytes(line.data),
  );
  return new TextDecoder().decode(plain);
}
