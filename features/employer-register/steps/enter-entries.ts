import 'server-only';
import { registerEntries } from '@/db/schema/employer-register';
import type { AddEmployerInput } from '@/features/organisations/schema/employer';
import { auditEmployer, insertEmployers } from '@/features/organisations/steps/insert-employer';
import { recordAudit } from '@/lib/audit';
import type { Ctx } from '@/lib/ctx';
import type { EnterEmployerInput } from '../schema/entry';

/** An employer to enter into 企业台账, looked at before. */
export interface EntryToEnter extends Omit<EnterEmployerInput, 'staffCount'> {
  readonly staffCount: number | null;
  /** Of the list of employers; null for one that is in none yet. */
  readonly knownId: string | null;
  /** The town it lies in, else the federation. */
  readonly placeId: string;
}

const employerOf = (row: EntryToEnter): AddEmployerInput => {
  const { name, uscc, townId, industry, address, staffCount } = row;
  return { name, uscc, townId, industry, address, staffCount, unionId: null };
};

const entryOf = (row: EntryToEnter, employerId: string, createdBy: string | null) => {
  const { placeId, source, origin, enteredOn, responsibleId, nextVisitOn, staffCount } = row;
  const counted = staffCount !== null;
  return {
    ...{ employerId, placeId, source, origin, enteredOn, responsibleId, nextVisitOn, staffCount },
    listedOn: origin === 'listed' ? enteredOn : null,
    staffCountedOn: counted ? row.staffCountedOn : null,
    staffEvidence: counted ? row.staffEvidence : null,
    createdBy,
  };
};

/**
 * Enters employers into 企业台账, in two statements whatever their number: the form enters one, a list many. The
 * caller has judged each of them, and audits it.
 * @returns the employers' ids, in their order
 */
export async function enterEntries(
  tx: Ctx,
  rows: readonly EntryToEnter[],
  createdBy: string | null,
): Promise<string[]> {
  if (rows.length === 0) return [];
  const fresh = rows.filter(({ knownId }) => knownId === null);
  const made = await insertEmployers(tx, fresh.map(employerOf));
  const idOf = (row: EntryToEnter) => row.knownId ?? made[fresh.indexOf(row)] ?? '';
  await tx.db.insert(registerEntries).values(rows.map((row) => entryOf(row, idOf(row), createdBy)));
  return rows.map(idOf);
}

/** The lines of the ledger for an employer that was just entered. */
export async function auditEntry(tx: Ctx, employerId: string, row: EntryToEnter): Promise<void> {
  const { name, source, origin, enteredOn, staffCount, placeId, knownId } = row;
  if (knownId === null) await auditEmployer(tx, employerId, employerOf(row));
  await recordAudit(tx, {
    action: 'enter_register',
    entityType: 'register_entry',
    entityId: employerId,
    organisationId: placeId,
    after: { name, source, origin, enteredOn, staffCount },
  });
}
