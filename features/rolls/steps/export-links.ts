import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { exportLinks } from '@/db/schema/exports';
import { signLink } from '@/lib/crypto/signed-link';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { rollLinkSeconds } from '../rules/roll-link';

type LinkRow = typeof exportLinks.$inferSelect;
/** What the file is of: the session of a roll, or a list with its filter and format. */
type LinkOf = Pick<LinkRow, 'subjectId'> | Pick<LinkRow, 'list' | 'asked' | 'format'>;

/**
 * A link to a file with whole names and numbers, for one account, once, for ten minutes (P07). The caller has
 * authorised and records it.
 * @param purpose what the token opens; one of another purpose is worth nothing
 */
export async function makeExportLink(
  tx: Ctx,
  purpose: string,
  { accountId, reason, of }: { accountId: string; reason: string; of: LinkOf },
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const id = newId();
  const expiresAt = new Date(tx.now.getTime() + rollLinkSeconds * 1000);
  await tx.db
    .insert(exportLinks)
    .values({ id, accountId, reason, ...of, createdAt: tx.now, expiresAt });
  return { id, token: signLink(purpose, id, expiresAt), expiresAt };
}

/**
 * Uses a link up. The row lock lets one of two clicks through; the other finds it used. Throws NotFound for another
 * account's link, one of something else, and one that nobody made.
 * @returns null when it has been used
 */
export async function spendExportLink(
  tx: Ctx,
  wanted: { id: string; accountId: string } & ({ subjectId: string } | { list: string }),
): Promise<LinkRow | null> {
  const mine = and(
    eq(exportLinks.id, wanted.id),
    eq(exportLinks.accountId, wanted.accountId),
    'list' in wanted
      ? eq(exportLinks.list, wanted.list)
      : eq(exportLinks.subjectId, wanted.subjectId),
  );
  const [used] = await tx.db
    .update(exportLinks)
    .set({ usedAt: tx.now })
    .where(and(mine, isNull(exportLinks.usedAt)))
    .returning();
  if (used) return used;
  if ((await tx.db.$count(exportLinks, mine)) === 0) throw new NotFound('link');
  return null;
}
