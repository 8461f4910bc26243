// What the application's processes derive from APP_SECRET to be let in; shared by scripts and portal.
import { hkdfSync } from 'node:crypto';

const derived = (env, purpose) => {
  const secret = env.APP_SECRET;
  if (!secret) throw new Error('APP_SECRET is not set');
  const key = hkdfSync('sha256', Buffer.from(secret, 'base64'), '', purpose, 32);
  return Buffer.from(key).toString('base64url');
};

/** With this key a transaction acts as the system; the database keeps its digest only. */
export const systemKeyOf = (env) => derived(env, 'database system');
