import 'server-only';
import { and, asc, inArray, isNull } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { canReviewApplication } from '@/features/members/policy';
import { inScope } from '@/features/organisations/queries/scope';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { takingKinds } from '../rules/two-sides';

/** The officer's open unions that have members of their own, in the order of the tree, at most 500. */
export async function listTakingUnions(ctx: Ctx) {
  authorize(canReviewApplication.anywhere(ctx.actor));
  return read(ctx, (tx) =>
    tx.db
      .select({ id: organisations.id, name: organisations.shortName })
      .from(organisations)
      .where(
        and(
          isNull(organisations.closedAt),
          inArray(organisations.kind, [...takingKinds]),
          inScope(organisations.id, canReviewApplication.organisationsOf(tx.actor)),
        ),
      )
      .orderBy(asc(organisations.sortKey))
      .limit(500),
  );
}
