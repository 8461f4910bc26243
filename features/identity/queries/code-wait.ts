import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { smsCodes } from '@/db/schema/identity';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';

/** Seconds until this browser may ask for another code; for the countdown, the limit itself decides. */
export async function secondsUntilResend(
  ctx: Ctx,
  purpose: (typeof smsCodes.$inferSelect)['purpose'],
): Promise<number> {
  const browser = ctx.client?.browser ?? '';
  const [newest] = await readAsSystem(ctx, (systemTx) =>
    systemTx.db
      .select({
        seconds: sql<number>`ceil(60 - extract(epoch from now() - ${smsCodes.createdAt}))::int`,
      })
      .from(smsCodes)
      .where(and(eq(smsCodes.browserHash, browser), eq(smsCodes.purpose, purpose)))
      .orderBy(desc(smsCodes.createdAt))
      .limit(1),
  );
  return Math.max(0, newest?.seconds ?? 0);
}
