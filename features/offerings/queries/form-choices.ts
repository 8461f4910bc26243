import 'server-only';
import { asc, isNull } from 'drizzle-orm';
import { occupations } from '@/db/schema/membership';
import { listOrganisationChoices } from '@/features/organisations/queries/organisation-choices';
import { listTowns } from '@/features/organisations/queries/organisations';
import { listSegmentNames } from '@/features/segments/queries/choices';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { canManageOfferings } from '../policy';
import type { Kind } from '../schema/offering';

/** Organisations at which this officer may make an offering of the kind, in the order of the tree. */
export const listOrganisers = (ctx: Ctx, kind: Kind) =>
  listOrganisationChoices(ctx, canManageOfferings[kind].organisationsOf(ctx.actor));

/**
 * What the forms of conditions offer: towns, 人群, and occupations of today's dictionary.
 * Each in the order of its own list.
 */
export async function listConditionChoices(ctx: Ctx) {
  return read(ctx, async (tx) => {
    const [towns, segments, trades] = await Promise.all([
      listTowns(tx),
      listSegmentNames(tx),
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
    return { towns, segments, trades };
  });
}

export type ConditionChoices = Awaited<ReturnType<typeof listConditionChoices>>;
