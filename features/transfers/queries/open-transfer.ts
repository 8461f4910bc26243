import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { transferRequests } from '@/db/schema/transfers';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

export interface OpenTransfer {
  readonly number: string;
  readonly unionName: string;
  readonly createdAt: Date;
}

/** The account's own 转会 request from joining that nobody has closed yet, or null. Inside a transaction. */
export async function findOpenTransfer(tx: Ctx): Promise<OpenTransfer | null> {
  if (tx.actor.kind !== 'account') return null;
  const [row] = await tx.db
    .select({
      number: transferRequests.number,
      unionName: organisations.shortName,
      createdAt: transferRequests.createdAt,
    })
    .from(transferRequests)
    .innerJoin(organisations, eq(organisations.id, transferRequests.organisationId))
    .where(
      and(
        eq(transferRequests.accountId, tx.actor.accountId),
        eq(transferRequests.kind, 'joining'),
        eq(transferRequests.status, 'requested'),
      ),
    );
  return row ?? null;
}

/**
 * The account's own 转会 request that nobody has closed, for a page, in a reading transaction of its own.
 * Null when none waits.
 */
export const getOpenTransfer = (ctx: Ctx): Promise<OpenTransfer | null> =>
  read(ctx, findOpenTransfer);

/** The account's own 转会 requests for 办事, newest first: the open one, and what was answered. */
export async function listMyTransfers(ctx: Ctx) {
  return read(ctx, async (tx) => {
    if (tx.actor.kind !== 'account') return [];
    return tx.db
      .select({
        id: transferRequests.id,
        number: transferRequests.number,
        createdAt: transferRequests.createdAt,
        talkedOn: transferRequests.talkedOn,
        kind: transferRequests.kind,
        unionName: organisations.shortName,
        status: transferRequests.status,
        note: transferRequests.note,
      })
      .from(transferRequests)
      .innerJoin(organisations, eq(organisations.id, transferRequests.organisationId))
      .where(eq(transferRequests.accountId, tx.actor.accountId))
      .orderBy(desc(transferRequests.createdAt))
      .limit(8);
  });
}

export type MyTransfer = Awaited<ReturnType<typeof listMyTransfers>>[number];
