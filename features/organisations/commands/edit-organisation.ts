import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { organisations } from '@/db/schema/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageOrganisations } from '../policy';
import { organisationPath } from '../queries/scope';
import { sortKeyOf } from '../rules/kinds';
import type { EditOrganisationInput } from '../schema/organisation';
import { lockOrganisation } from '../steps/place';
import { takenNumber } from './create-organisation';

type Row = typeof organisations.$inferSelect;
const shown = ({ name, shortName, uscc, address, phone, foundedOn, reviewSteps }: Row) => ({
  ...{ name, shortName, uscc, address, phone, foundedOn, reviewSteps },
});

/**
 * Renames an organisation and keeps its particulars, among them how many steps an application takes. Throws
 * NotFound for an organisation that there is not.
 * Refuses `closed` for a closed one.
 * @returns refuses `stale` when someone else saved since the page was shown
 */
export async function editOrganisation(
  ctx: Ctx,
  input: EditOrganisationInput,
): Promise<Result<{ id: string }, 'stale' | 'closed' | 'uscc_taken' | 'area_taken'>> {
  try {
    return await transaction(ctx, async (tx) => {
      const row = await lockOrganisation(tx, input.id);
      if (!row) throw new NotFound('organisation');
      authorize(canManageOrganisations(tx.actor, await organisationPath(tx, row.id)));
      if (row.closedAt) return refuse('closed');
      const { id, version, shortName, ...facts } = input;
      const [saved] = await tx.db
        .update(organisations)
        .set({
          ...facts,
          shortName: shortName ?? facts.name,
          sortKey: sortKeyOf(row.kind, row.areaCode, readName(facts.name).sortKey),
          version: sql`${organisations.version} + 1`,
        })
        .where(and(eq(organisations.id, id), eq(organisations.version, version)))
        .returning();
      if (!saved) return refuse('stale');
      await recordAudit(tx, {
        action: 'edit_organisation',
        entityType: 'organisation',
        entityId: id,
        organisationId: id,
        before: shown(row),
        after: shown(saved),
      });
      return ok({ id });
    });
  } catch (error) {
    return refuse(takenNumber(error));
  }
}
