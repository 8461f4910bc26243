import 'server-only';
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { sessions } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { isSignedIn } from '../policy';

export interface Device {
  sessionId: string;
  words: string;
  mode: 'member' | 'staff';
  signedInAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
}

/** Where the person is signed in now, this device first. Source: domain.md §4.1, 我的设备. */
export async function listDevices(ctx: Ctx): Promise<Device[]> {
  const { actor } = ctx;
  if (!isSignedIn(actor)) return [];
  return read(ctx, (tx) =>
    tx.db
      .select({
        sessionId: sessions.id,
        words: sessions.device,
        mode: sessions.mode,
        signedInAt: sessions.createdAt,
        lastSeenAt: sessions.lastSeenAt,
        isThis: sql<boolean>`${sessions.id} = ${actor.sessionId}`,
      })
      .from(sessions)
      .where(
        and(
          eq(sessions.accountId, actor.accountId),
          isNull(sessions.endedAt),
          gt(sessions.expiresAt, sql`now()`),
        ),
      )
      .orderBy(desc(sql`${sessions.id} = ${actor.sessionId}`), desc(sessions.lastSeenAt))
      .limit(50),
  );
}
