import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import { commonPasswords } from './common-passwords-data';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane; about 40 ms, on a thread of its own. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The fewest characters of a password (NIST SP 800-63B). */
export const PASSWORD_MIN = 8;
/** The most characters of a password: what is longer is refused before hashing (A23). */
export const PASSWORD_MAX = 128;

export type PasswordReason = 'short' | 'long' | 'common' | 'phone';

/**
 * Whether a new password may be used: length and commonness only, no rules of composition
 * (NIST SP 800-63B). Costs nothing, so that 50 kB of text are refused before any hashing (A23). Null when
 * it may.
 */
export function weaknessOf(password: string, phone: string): PasswordReason | null {
  if (password.length > PASSWORD_MAX) return 'long';
  if ([...password].length < PASSWORD_MIN) return 'short';
  const plain = password.toLowerCase().replace(/\s/g, '');
  if (commonPasswords.has(plain) || new Set(plain).size < 3) return 'common';
  return plain.includes(phone) || plain.includes(phone.slice(-8)) ? 'phone' : null;
}

/** A password as it is stored: argon2id with its parameters and salt, slow on purpose. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let decoy: Promise<string> | undefined;

/** Compares; without a stored hash it works just as long, so that time tells nothing of accounts. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  if (password.length > PASSWORD_MAX) return false;
  decoy ??= hashPassword('no account has this');
  const matched = await verify(stored ?? (await decoy), password);
  return stored !== null && matched;
}
