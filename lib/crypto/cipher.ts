import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { deriveKey } from './keys';

export interface Sealed {
  nonce: Buffer;
  ciphertext: Buffer;
  tag: Buffer;
}

/** One way to encrypt with authentication; `place` is authenticated, not stored. */
export interface Cipher {
  seal(key: Buffer, plain: Buffer, place: Buffer): Sealed;
  /** Throws when key, place or any byte differs. */
  open(key: Buffer, sealed: Sealed, place: Buffer): Buffer;
}

const aesGcm: Cipher = {
  seal(key, plain, place) {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(place);
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { nonce, ciphertext, tag: cipher.getAuthTag() };
  },
  open(key, { nonce, ciphertext, tag }, place) {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
    decipher.setAAD(place).setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  },
};

function sm3Tag(key: Buffer, nonce: Buffer, ciphertext: Buffer, place: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(place.length);
  return createHmac('sm3', deriveKey(key, 'sm3'))
    .update(length)
    .update(place)
    .update(nonce)
    .update(ciphertext)
    .digest();
}

// The national algorithms: OpenSSL has no SM4-GCM, so encrypt-then-MAC with two derived keys.
const sm4: Cipher = {
  seal(key, plain, place) {
    const nonce = randomBytes(16);
    const cipher = createCipheriv('sm4-ctr', deriveKey(key, 'sm4').subarray(0, 16), nonce);
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
    return { nonce, ciphertext, tag: sm3Tag(key, nonce, ciphertext, place) };
  },
  open(key, { nonce, ciphertext, tag }, place) {
    const expected = sm3Tag(key, nonce, ciphertext, place);
    if (tag.length !== expected.length || !timingSafeEqual(tag, expected)) {
      throw new Error('authentication tag differs');
    }
    const decipher = createDecipheriv('sm4-ctr', deriveKey(key, 'sm4').subarray(0, 16), nonce);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  },
};

export const ciphers = { a256gcm: aesGcm, sm4sm3: sm4 } as const;

export type Algorithm = keyof typeof ciphers;

/** Whether a name out of a setting or a sealed value is one of the ciphers here. */
export function isAlgorithm(name: string): name is Algorithm {
  return Object.hasOwn(ciphers, name);
}
