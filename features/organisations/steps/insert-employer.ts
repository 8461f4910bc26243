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

/** Writes employers that were looked at before, in one statement; the caller audits them. The new ids, in their order. */
export async function insertEmployers(
  tx: Ctx,
  rows: readonly AddEmployerInput[],
): Promise<string[]> {
  const values = rows.map(({ name, ...rest }) => ({ id: newId(), ...rest, ...nameAsRead(name) }));
  if (values.length > 0) await tx.db.insert(employers).values(values);
  return values.map(({ id }) => id);
}

/** Writes one line of the ledger for an employer that was just entered. */
export const auditEmployer = (tx: Ctx, id: string, input: AddEmployerInput): Promise<void> =>
  recordAudit(tx, {
    action: 'add_employer',
    entityType: 'employer',
    entityId: id,
    organisationId: input.unionId ?? input.townId,
    after: { name: input.name, uscc: input.uscc, unionId: input.unionId },
  });

/** Writes one employer that was looked at before, and its line in the ledger. Returns the new id. */
export async function insertEmployer(tx: Ctx, input: AddEmployerInput): Promise<string> {
  const [id] = await insertEmployers(tx, [input]);
  if (!id) throw new Error('an employer was not entered');
  await auditEmployer(tx, id, input);
  return id;
}
