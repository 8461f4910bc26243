import 'server-only';
import { employers } from '@/db/schema/organisations';
import { recordAudit } from '@/lib/audit';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import type { AddEmployerInput } from '../schema/employer';

/** A name with its syllables and their first letters, as the search of employers stores it. */
export const nameAsRead = (name: string) => {
  const { sortKey, initials } = readName(name);
  return { name, pinyin: sortKey, initials };
};

/** Writes one employer that was looked at before, and its line in the ledger. Returns the new id. */
export async function insertEmployer(tx: Ctx, input: AddEmployerInput): Promise<string> {
  const id = newId();
  const { name, ...rest } = input;
  await tx.db.insert(employers).values({ id, ...rest, ...nameAsRead(name) });
  await recordAudit(tx, {
    action: 'add_employer',
    entityType: 'employer',
    entityId: id,
    organisationId: input.unionId ?? input.townId,
    after: { name, uscc: input.uscc, unionId: input.unionId },
  });
  return id;
}
