import 'server-only';
import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { occupations } from '@/db/schema/membership';
import { organisations } from '@/db/schema/organisations';
import { listTowns } from '@/features/organisations/queries/organisations';
import { inScope } from '@/features/organisations/queries/scope';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canManageOfferings } from '../policy';
import type { Kind } from '../schema/offering';

const town = alias(organisations, 'town');

/**
 * Organisations at which this officer may make an offering of the kind: those above the towns first, then
 * town by town. A partner, such as a hospital, organises nothing.
 * @returns `town` is null for what lies in no town
 */
export async function listOrganisers(ctx: Ctx, kind: Kind) {
  const granted = canManageOfferings[kind].organisationsOf(ctx.actor);
  return read(ctx, (tx) =>
    tx.db
      .select({ id: organisations.id, name: organisations.shortName, town: town.shortName })
      .from(organisations)
      .leftJoin(town, eq(town.id, organisations.townId))
      .where(
        and(
          isNull(organisations.closedAt),
          ne(organisations.kind, 'partner'),
          inScope(organisations.id, granted),
        ),
      )
      .orderBy(
        sql`${town.areaCode} nulls first`,
        sql`(select max(c.depth) from organisation_closure c where c.descendant_id = ${organisations.id})`,
        asc(organisations.sortKey),
      ),
  );
}

/**
 * What the plain form of conditions offers: towns, and occupations of today's dictionary.
 * Each in the order of its own list.
 */
export async function listConditionChoices(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const [towns, trades] = await Promise.all([
      listTowns(tx),
      tx.db
        .select({
          code: occupations.code,
          name: occupations.name,
          isNewForm: occupations.isNewForm,
        })
        .from(occupations)
        .where(isNull(occupations.validTo))
        .orderBy(asc(occupations.sort)),
    ]);
    return { towns, trades };
  });
}

export type ConditionChoices = Awaited<ReturnType<typeof listConditionChoices>>;
