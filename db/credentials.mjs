// What the application's processes derive from APP_SECRET to be let in; shared by scripts and portal.
import { createHash, createHmac, hkdfSync, pbkdf2Sync, randomBytes } from 'node:crypto';

const derived = (env, purpose) => {
  const secret = env.APP_SECRET;
  if (!secret) throw new Error('APP_SECRET is not set');
  const key = hkdfSync('sha256', Buffer.from(secret, 'base64'), '', purpose, 32);
  return Buffer.from(key).toString('base64url');
};

/** With this key a transaction acts as the system; the database keeps its digest only. */
export const systemKeyOf = (env) => derived(env, 'database system');

/** The login of the portal's pool: it owns nothing and may become `lianxin_app`, and nothing else. */
export const loginOf = (env) => ({
  name: `lianxin_login_${Buffer.from(derived(env, 'database login'), 'base64url').toString('hex', 0, 4)}`,
  password: derived(env, 'database password'),
});

/**
 * Where the portal's pool connects: `DATABASE_APP_URL` where the operator made that login, else the
 * server and database of `DATABASE_URL` under the login that db/migrate.ts makes.
 */
export function loginUrlOf(env) {
  if (env.DATABASE_APP_URL) return env.DATABASE_APP_URL;
  const { name, password } = loginOf(env);
  return Object.assign(new URL(env.DATABASE_URL), { username: name, password }).href;
}

/** What a process that serves requests gets: it never hears the owner's password. */
export const webEnv = (env) => ({ ...env, DATABASE_URL: loginUrlOf(env) });

/** What the server keeps of a password (RFC 5802), made here so that no log of statements has the password. */
export function scramOf(password, salt = randomBytes(16), rounds = 4096) {
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256');
  const hmac = (key, text) => createHmac('sha256', key).update(text).digest();
  const stored = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  const parts = [stored, hmac(salted, 'Server Key')].map((part) => part.toString('base64'));
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${parts.join(':')}`;
}
