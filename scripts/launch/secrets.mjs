import { randomBytes } from 'node:crypto';

/** The keys that an installation needs, drawn anew: `APP_SECRET`, `FIELD_KEYS`, `INDEX_KEYS`. */
export function makeSecrets() {
  const key = () => randomBytes(32).toString('base64');
  return { APP_SECRET: key(), FIELD_KEYS: `k1:${key()}`, INDEX_KEYS: `k1:${key()}` };
}
