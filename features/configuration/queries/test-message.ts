import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { outbox } from '@/db/schema/kernel';
import { accountOf } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { readAsSystem } from '@/lib/transaction';

/** What became of the last test message to one's own phone; null while none was asked for. */
export async function findTestMessage(ctx: Ctx) {
  const account = accountOf(ctx.actor);
  if (!account) return null;
  const [row] = await readAsSystem(ctx, (tx) =>
    tx.db
      .select({ status: outbox.status, lastError: outbox.lastError, at: outbox.createdAt })
      .from(outbox)
      .where(and(eq(outbox.accountId, account), eq(outbox.template, 'test_message')))
      .orderBy(desc(outbox.id))
      .limit(1),
  );
  return row ?? null;
}

export type TestMessage = Awaited<ReturnType<typeof findTestMessage>>;
