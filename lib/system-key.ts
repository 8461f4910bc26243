import 'server-only';
import { systemKeyOf } from '@/db/credentials.mjs';
import { env } from './env';

let key: string | undefined;

/** What lets a transaction act as the system (db/migrations/0043); derived once per process. */
export function systemKey(): string {
  key ??= systemKeyOf({ APP_SECRET: env().APP_SECRET });
  return key;
}
