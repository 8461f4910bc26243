import 'server-only';
import { and, asc, isNull, ne } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';

/** Every open union but the member's own, in official order, as a field offers it; at most 1000. */
export const listHosts = (ctx: Ctx, { organisationId }: { organisationId: string }) =>
  read(ctx, async (tx) => {
    const rows = await tx.db
      .select({ value: organisations.id, label: organisations.shortName })
      .from(organisations)
      .where(
        and(
          isNull(organisations.closedAt),
          ne(organisations.id, organisationId),
          ne(organisations.kind, 'online_home'),
        ),
      )
      .orderBy(asc(organisations.sortKey))
      .limit(1000);
    return rows.map((row) => {
      const { full, initials } = readName(row.label);
      return { ...row, depth: 0, reading: `${full} ${initials}` };
    });
  });
