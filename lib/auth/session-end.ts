import 'server-only';
import { sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { database } from '@/db/client';
import { sha256Hex } from '../crypto/token';
import { sessionCookie } from './cookie';
import { staffIdleMinutes } from './settings';

/** The hash of this browser's session token, or null when it has none. */
async function ownTokenHash(): Promise<string | null> {
  const token = (await cookies()).get(await sessionCookie())?.value;
  return token && token.length <= 100 ? sha256Hex(token) : null;
}

/** Why this browser's session opens nothing any more: `idle`, `expired`, or what ended it; null without one. */
export async function whyEnded(): Promise<string | null> {
  const hash = await ownTokenHash();
  if (!hash) return null;
  const [row] = await database().execute<{ why: string | null }>(
    sql`select why_session_ended(${hash}, ${staffIdleMinutes.fallback}) as why`,
  );
  return row?.why ?? null;
}

/** Seconds until this browser's session as an officer ends by itself; 0 when it has. No use of it. */
export async function secondsLeft(): Promise<number> {
  const hash = await ownTokenHash();
  if (!hash) return 0;
  const [row] = await database().execute<{ seconds: number | null }>(
    sql`select session_seconds_left(${hash}, ${staffIdleMinutes.fallback}) as seconds`,
  );
  return row?.seconds ?? 0;
}
