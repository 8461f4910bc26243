import 'server-only';
import { randomInt } from 'node:crypto';
import { organisations } from '@/db/schema/organisations';
import { authorize } from '@/lib/access';
import { recordAudit } from '@/lib/audit';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { NotFound, violates } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { ok, type Result, refuse } from '@/lib/result';
import { transaction } from '@/lib/transaction';
import { canManageOrganisations } from '../policy';
import { organisationPath } from '../queries/scope';
import { decideFounding, type PlacementRefusal } from '../rules/changes';
import { sortKeyOf } from '../rules/kinds';
import type { CreateOrganisationInput } from '../schema/organisation';
import { hasHome, lockOrganisation } from '../steps/place';

type Refused = PlacementRefusal | 'uscc_taken' | 'area_taken' | 'area_needed';

// No 0/O, 1/I/L: people read the code off a poster when the camera fails.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const joinCode = () => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');

/**
 * Which unique number an insert stumbled on, as the refusal that the officer reads; every other
 * error is thrown on.
 */
export function takenNumber(error: unknown): 'uscc_taken' | 'area_taken' {
  if (violates(error, 'organisations_uscc_idx')) return 'uscc_taken';
  if (violates(error, 'organisations_area_code_idx')) return 'area_taken';
  throw error;
}

async function insert(tx: Ctx, input: CreateOrganisationInput, townId: string | null) {
  const id = newId();
  const { name, shortName, areaCode, kind, ...rest } = input;
  const isTown = kind === 'town_federation';
  await tx.db.insert(organisations).values({
    ...rest,
    id,
    kind,
    name,
    shortName: shortName ?? name,
    areaCode: isTown ? areaCode : null,
    townId: isTown ? id : townId,
    sortKey: sortKeyOf(kind, isTown ? areaCode : null, readName(name).sortKey),
    joinCode: joinCode(),
  });
  await recordAudit(tx, {
    action: 'create_organisation',
    entityType: 'organisation',
    entityId: id,
    organisationId: id,
    after: { name, kind, parentId: input.parentId },
  });
  return id;
}

/**
 * Founds an organisation below a parent that may hold its kind (工会法 11, 12). It gets its own QR code.
 * Throws NotFound for a parent that there is not.
 * Refuses `area_needed` for a town without its code of nine digits.
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
      return ok({ id: await insert(tx, input, parent.townId) });
    });
  } catch (error) {
    return refuse(takenNumber(error));
  }
}
