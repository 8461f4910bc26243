import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { foundings } from '@/db/schema/foundings';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canSeeFoundings } from '../policy';
import type { FoundingStep } from '../rules/steps';

/** What was and is done for a union: its 建会, 换届, 变更 and so on, the newest first; empty for who may not see it. */
export const listAffairs = (ctx: Ctx, organisationId: string) =>
  read(ctx, (tx) =>
    tx.db
      .select({
        id: foundings.id,
        kind: foundings.kind,
        step: sql<FoundingStep>`(select a.step from founding_actions a
          where a.founding_id = foundings.id order by a.position desc limit 1)`,
        lastOn: sql<string>`(select a.done_on::text from founding_actions a
          where a.founding_id = foundings.id order by a.position desc limit 1)`,
      })
      .from(foundings)
      .where(
        and(
          eq(foundings.organisationId, organisationId),
          inScope(foundings.placeId, canSeeFoundings.organisationsOf(tx.actor)),
        ),
      )
      .orderBy(desc(foundings.createdAt), desc(foundings.id)),
  );

export type AffairRow = Awaited<ReturnType<typeof listAffairs>>[number];
