import 'server-only';
import { randomInt } from 'node:crypto';
import { organisations } from '@/db/schema/organisations';
import { recordAudit } from '@/lib/audit';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { sortKeyOf } from '../rules/kinds';
import type { CreateOrganisationInput } from '../schema/organisation';

// No 0/O, 1/I/L: people read the code off a poster when the camera fails.
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const joinCode = () => Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('');

type Founded = Pick<CreateOrganisationInput, 'parentId' | 'kind' | 'name'> &
  Partial<CreateOrganisationInput>;

/** An organisation that was looked at before, with the id that others may stand below. */
export interface OrganisationToInsert extends Founded {
  readonly id: string;
  /** The town its parent lies in; a town lies in itself. */
  readonly townId: string | null;
}

const valuesOf = (input: OrganisationToInsert) => {
  const { name, shortName, areaCode = null, kind, townId, ...rest } = input;
  const isTown = kind === 'town_federation';
  return {
    ...rest,
    ...{ kind, name, shortName: shortName ?? name, areaCode: isTown ? areaCode : null },
    townId: isTown ? input.id : townId,
    sortKey: sortKeyOf(kind, isTown ? areaCode : null, readName(name).sortKey),
    joinCode: joinCode(),
  };
};

/**
 * Writes organisations that were looked at before, each with its own code to join by, in one statement; parents
 * stand before those below them. The caller audits them.
 */
export async function insertOrganisations(
  tx: Ctx,
  rows: readonly OrganisationToInsert[],
): Promise<void> {
  if (rows.length > 0) await tx.db.insert(organisations).values(rows.map(valuesOf));
}

/**
 * Writes one organisation that was looked at before, with its own code to join by, and its line in the ledger.
 * @param townId the town its parent lies in; a town lies in itself
 */
export async function insertOrganisation(
  tx: Ctx,
  input: Founded,
  townId: string | null,
): Promise<{ id: string; townId: string | null }> {
  const id = newId();
  const { name, kind, parentId } = input;
  await insertOrganisations(tx, [{ ...input, id, townId }]);
  await recordAudit(tx, {
    action: 'create_organisation',
    entityType: 'organisation',
    entityId: id,
    organisationId: id,
    after: { name, kind, parentId },
  });
  return { id, townId: kind === 'town_federation' ? id : townId };
}
