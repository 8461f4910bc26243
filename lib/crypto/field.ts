import { type Algorithm, ciphers, isAlgorithm } from './cipher';
import { fieldKeys, type KeyQueue } from './keys';

/** Where a value lives. It is part of the seal: a value moved to another row or column won't open. */
export interface SealedColumn {
  table: string;
  column: string;
  rowId: string;
}

/** The stored text cannot be opened: another place, a changed byte, or a key that is gone. */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

const VERSION = 'v1';

const placeBytes = ({ table, column, rowId }: SealedColumn): Buffer =>
  Buffer.from([VERSION, table, column, rowId].join('|'));

const encode = (bytes: Buffer): string => bytes.toString('base64url');
const decode = (part: string): Buffer => Buffer.from(part, 'base64url');

/**
 * Encrypts one sensitive column value as `v1|key id|algorithm|nonce|ciphertext|tag`.
 * Source: security.md §1.5; the algorithm is AES-256-GCM unless 国密 is asked for.
 */
export function sealField(
  plain: string,
  place: SealedColumn,
  algorithm: Algorithm = 'a256gcm',
  keys: KeyQueue = fieldKeys(),
): string {
  const [key] = keys;
  const { nonce, ciphertext, tag } = ciphers[algorithm].seal(
    key.bytes,
    Buffer.from(plain),
    placeBytes(place),
  );
  return [VERSION, key.id, algorithm, ...[nonce, ciphertext, tag].map(encode)].join('|');
}

/** The value behind `sealField`, with whichever key sealed it. Throws SealBroken. */
export function openField(
  stored: string,
  place: SealedColumn,
  keys: KeyQueue = fieldKeys(),
): string {
  const [version, keyId, algorithm = '', ...rest] = stored.split('|');
  const key = keys.find((candidate) => candidate.id === keyId);
  if (version !== VERSION || !isAlgorithm(algorithm) || rest.length !== 3) {
    throw new SealBroken('not a sealed value');
  }
  if (!key) throw new SealBroken('sealed with a key that is not in the queue');
  const [nonce, ciphertext, tag] = rest.map(decode) as [Buffer, Buffer, Buffer];
  try {
    const sealed = { nonce, ciphertext, tag };
    return ciphers[algorithm].open(key.bytes, sealed, placeBytes(place)).toString();
  } catch (cause) {
    throw new SealBroken('sealed elsewhere or altered', { cause });
  }
}

/** True when the value was sealed with an older key: the rotation job seals it again. */
export function needsResealing(stored: string, keys: KeyQueue = fieldKeys()): boolean {
  return !stored.startsWith(`${VERSION}|${keys[0].id}|`);
}
