import 'server-only';
import { authorize } from '@/lib/access';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageOrganisations } from '../policy';
import { organisationPath } from '../queries/scope';
import { decideFounding, type PlacementRefusal } from '../rules/changes';
import type { CreateOrganisationInput } from '../schema/organisation';
import { insertOrganisation } from '../steps/insert-organisation';
import { hasHome, lockOrganisation } from '../steps/place';

type Refused = PlacementRefusal | 'uscc_taken' | 'area_taken' | 'area_needed';

/**
 * Which unique number an insert stumbled on, as the refusal that the officer reads; every other
 * error is thrown on.
 */
export function takenNumber(error: unknown): 'uscc_taken' | 'area_taken' {
  if (violates(error, 'organisations_uscc_idx')) return 'uscc_taken';
  if (violates(error, 'organisations_area_code_idx')) return 'area_taken';
  throw error;
}

/**
 * Founds an organisation below a parent that may hold its kind (工会法 11, 12). It gets its own QR code.
 * Throws NotFound for a parent that there is not.
 * Refuses `area_needed` for a town without its code of nine digits.
 * @audited-by insertOrganisation
 * @returns the new id; refuses a closed parent, a kind that does not fit, a number that is taken
 */
export async function createOrganisation(
  ctx: Ctx,
  input: CreateOrganisationInput,
): Promise<Result<{ id: string }, Refused>> {
  try {
    return await transaction(ctx, async (tx) => {
      const parent = await lockOrganisation(tx, input.parentId);
      if (!parent) throw new NotFound('organisation');
      authorize(canManageOrganisations(tx.actor, await organisationPath(tx, parent.id)));
      const home = await hasHome(tx, parent.id);
      const verdict = decideFounding({ ...parent, hasHome: home }, input.kind);
      if (!verdict.ok) return refuse(verdict.reason);
      if (input.kind === 'town_federation' && !input.areaCode) {
        return refuse('area_needed', { fieldErrors: { areaCode: '请填写9位行政区划代码' } });
      }
      const { id } = await insertOrganisation(tx, input, parent.townId);
      return ok({ id });
    });
  } catch (error) {
    return refuse(takenNumber(error));
  }
}
