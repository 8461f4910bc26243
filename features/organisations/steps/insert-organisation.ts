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
  const { name, shortName, areaCode = null, kind, ...rest } = input;
  const isTown = kind === 'town_federation';
  const liesIn = isTown ? id : townId;
  await tx.db.insert(organisations).values({
    ...rest,
    id,
    kind,
    name,
    shortName: shortName ?? name,
    areaCode: isTown ? areaCode : null,
    townId: liesIn,
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
  return { id, townId: liesIn };
}
