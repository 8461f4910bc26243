import 'server-only';
import { and, count, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { cache } from 'react';
import { notices } from '@/db/schema/kernel';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

export interface NoticeItem {
  id: string;
  title: string;
  body: string;
  link: string | null;
  at: Date;
  unread: boolean;
}

const PAGE = 20;

/** One's own notices that may be seen by now and were not taken back. */
const mine = (accountId: string) =>
  and(
    eq(notices.accountId, accountId),
    lte(notices.visibleAt, sql`now()`),
    isNull(notices.cancelledAt),
  );

/**
 * What the portal told this person: unread first, then the newest.
 * @param shown how many the page shows already; 加载更多 asks for more of them
 */
export async function listNotices(
  ctx: Ctx,
  shown = 0,
): Promise<{ items: NoticeItem[]; more: boolean; unread: number }> {
  const { actor } = ctx;
  if (actor.kind !== 'account') return { items: [], more: false, unread: 0 };
  const most = shown + PAGE;
  return read(ctx, async (tx) => {
    const items = await tx.db
      .select({
        id: notices.id,
        title: notices.title,
        body: notices.body,
        link: notices.link,
        at: notices.visibleAt,
        unread: sql<boolean>`${notices.readAt} is null`,
      })
      .from(notices)
      .where(mine(actor.accountId))
      .orderBy(desc(sql`${notices.readAt} is null`), desc(notices.visibleAt), desc(notices.id))
      .limit(most + 1);
    const unread = await tx.db.$count(notices, and(mine(actor.accountId), isNull(notices.readAt)));
    return { items: items.slice(0, most), more: items.length > most, unread };
  });
}

/** Unread notices, for the badge; counted once in a request however many ask. */
export const countUnread = cache(async (ctx: Ctx): Promise<number> => {
  const { actor } = ctx;
  if (actor.kind !== 'account') return 0;
  return read(ctx, async (tx) => {
    const [row] = await tx.db
      .select({ n: count() })
      .from(notices)
      .where(and(mine(actor.accountId), isNull(notices.readAt)));
    return row?.n ?? 0;
  });
});
