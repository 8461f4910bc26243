import { ciphers, isAlgorithm } from './cipher';
import { SealBroken, type SealedColumn } from './field';
import { fieldKeys, type KeyQueue } from './keys';

const VERSION = 'v1';
const placeBytes = ({ table, column, rowId }: SealedColumn): Buffer =>
  Buffer.from([VERSION, table, column, rowId].join('|'));

/** The same seal as `sealField` for a file's content: a line with key and nonce, then the bytes. */
export function sealBytes(plain: Uint8Array, place: SealedColumn, keys: KeyQueue = fieldKeys()) {
  const [key] = keys;
  const { nonce, ciphertext, tag } = ciphers.a256gcm.seal(
    key.bytes,
    Buffer.from(plain),
    placeBytes(place),
  );
  const head = [VERSION, key.id, 'a256gcm', nonce.toString('base64url'), tag.toString('base64url')];
  return Buffer.concat([Buffer.from(`${head.join('|')}\n`), ciphertext]);
}

/** The bytes behind `sealBytes`. Throws SealBroken when the key, the place or a byte is another. */
export function openBytes(
  stored: Uint8Array,
  place: SealedColumn,
  keys: KeyQueue = fieldKeys(),
): Buffer {
  const bytes = Buffer.from(stored);
  const end = bytes.indexOf(10);
  const [version, keyId, algorithm = '', nonce, tag] = bytes
    .subarray(0, Math.max(0, end))
    .toString()
    .split('|');
  const key = keys.find((candidate) => candidate.id === keyId);
  if (version !== VERSION || !isAlgorithm(algorithm) || !nonce || !tag || !key) {
    throw new SealBroken('not sealed bytes, or sealed with a key that is not in the queue');
  }
  try {
    const sealed = {
      nonce: Buffer.from(nonce, 'base64url'),
      tag: Buffer.from(tag, 'base64url'),
      ciphertext: bytes.subarray(end + 1),
    };
    return ciphers[algorithm].open(key.bytes, sealed, placeBytes(place));
  } catch (cause) {
    throw new SealBroken('sealed elsewhere or altered', { cause });
  }
}
