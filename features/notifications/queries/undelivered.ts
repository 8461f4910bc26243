import 'server-only';
import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { accounts } from '@/db/schema/identity';
import { outbox } from '@/db/schema/kernel';
import { authorize } from '@/lib/access';
import { asSystem, type Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canResendMessages } from '../policy';
import { canResend } from '../rules';

export interface Undelivered {
  id: string;
  at: Date;
  template: string;
  /** Last four digits, or null for an account without a phone. */
  tail: string | null;
  lastError: string | null;
  attempts: number;
  canResend: boolean;
}

const PAGE = 50;

/**
 * Texts that did not arrive, newest first; never what they said. The system reads, because messages
 * belong to no organisation.
 * @param after the id of the last row of the page before
 */
export async function listUndelivered(
  ctx: Ctx,
  after?: string,
): Promise<{ items: Undelivered[]; next: string | null; now: Date }> {
  authorize(canResendMessages.anywhere(ctx.actor));
  return read(asSystem(ctx), async (tx) => {
    const rows = await tx.db
      .select({
        id: outbox.id,
        at: outbox.createdAt,
        template: outbox.template,
        tail: sql<string | null>`coalesce(${outbox.phoneTail}, ${accounts.phoneTail})`,
        lastError: outbox.lastError,
        attempts: outbox.attempts,
        hasBody: sql<boolean>`${outbox.bodySealed} <> ''`,
      })
      .from(outbox)
      .leftJoin(accounts, eq(accounts.id, outbox.accountId))
      // Ids are in order of time.
      .where(and(eq(outbox.status, 'failed'), after ? lt(outbox.id, after) : undefined))
      .orderBy(desc(outbox.id))
      .limit(PAGE + 1);
    const items = rows.slice(0, PAGE).map(({ hasBody, ...row }) => ({
      ...row,
      canResend: canResend({ template: row.template, hasBody }),
    }));
    return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null, now: tx.now };
  });
}
