import 'server-only';
import { sql } from 'drizzle-orm';
import { soldOut } from '@/features/places/queries/sold-out';
import type { Ctx } from '@/lib/ctx';
import { burstWait } from '@/lib/limits/burst-limit';
import type { Limit } from '@/lib/limits/rate-limit';

// A person books a handful of times in ten seconds at most; a factory's one address holds hundreds (B02).
const perAccount: Limit = { scope: 'book_account', most: 12, seconds: 10 };
const perAddress: Limit = { scope: 'book_address', most: 1_200, seconds: 10 };

const counted = ({ actor, client }: Ctx) => [
  ...(actor.kind === 'account' ? [{ limit: perAccount, subject: actor.accountId }] : []),
  ...(client?.address ? [{ limit: perAddress, subject: client.address }] : []),
];

/**
 * What may be known before anything is locked, in one statement: whether whoever asks floods the door (B01),
 * by account, then by address and far wider (B02); and whether everything is gone for them.
 * @returns seconds to wait, 0 when within the limits; `isSoldOut` counts only then
 */
export async function lookBeforeBooking(
  ctx: Ctx,
  sessionId: string,
): Promise<{ seconds: number; isSoldOut: boolean }> {
  const [row] = await ctx.db.execute<{ wait: number; gone: boolean | null }>(
    sql`select ${burstWait(counted(ctx))} as wait, ${soldOut(ctx, sessionId)} as gone`,
  );
  return { seconds: row?.wait ?? 0, isSoldOut: row?.gone === true };
}
