import 'server-only';
import { sql } from 'drizzle-orm';
import { changeEntries } from '@/features/employer-register/steps/change-entries';
import { type EntryToEnter, enterEntries } from '@/features/employer-register/steps/enter-entries';
import { getFederation } from '@/features/organisations/queries/organisations';
import { changeEmployers } from '@/features/organisations/steps/change-employers';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { employerOfRow, type KnownEmployer } from '../rules/decide-employer';
import type { MadeRow, WantedRow } from './book-work';
import type { EmployerContext, PlannedEmployer } from './plan-employers';

type Row = WantedRow<PlannedEmployer> & { readonly known: KnownEmployer | null };

/** How an employer and its entry stood before a list changed them. */
export interface EmployerBefore {
  readonly employer: {
    readonly name: string;
    readonly uscc: string | null;
    readonly industry: string | null;
    readonly address: string | null;
    readonly staffCount: number | null;
  };
  /** Null where the list entered it. */
  readonly entry: KnownEmployer['entry'];
}

const changes = ({ plan }: Row, field: string) =>
  plan.changes.some((change) => change.field === field);
const takes = (row: Row, field: 'name' | 'uscc') =>
  changes(row, field) && row.choice === (field === 'name' ? 'use_book' : 'match');

/** An entry as the form would make it. */
function entryToEnter({ line, known }: Row, today: string, root: string): EntryToEnter {
  const { rowNo: _, problems: __, enteredOn, ...facts } = line;
  return {
    ...facts,
    ...{ knownId: known?.id ?? null, placeId: line.townId ?? root, nextVisitOn: null },
    enteredOn: enteredOn ?? today,
  };
}

interface Counted extends Record<string, unknown> {
  id: string;
  staff_count: number | null;
}

const staffOf = async (systemTx: Ctx, ids: readonly string[]) => {
  const rows = await systemTx.db.execute<Counted>(sql`
    select id, staff_count from employers where id = any (${`{${ids.join(',')}}`}::uuid[])`);
  return new Map(rows.map(({ id, staff_count }) => [id, staff_count]));
};

/** The employer as the row leaves it: blank cells leave what there is. */
function employerAfter(row: Row, known: KnownEmployer, staff: number | null) {
  const { line } = row;
  const counted = known.entry ? changes(row, 'staffCount') : line.staffCount !== null;
  return {
    id: known.id,
    name: takes(row, 'name') ? line.name : known.name,
    uscc: takes(row, 'uscc') ? line.uscc : known.uscc,
    industry: line.industry ?? known.industry,
    address: line.address ?? known.address,
    staffCount: counted ? line.staffCount : staff,
  };
}

function entryAfter(row: Row, { id, entry }: KnownEmployer, today: string) {
  if (!entry) return [];
  const { staffCount, staffCountedOn, staffEvidence, enteredOn, responsibleId } = row.line;
  const count = changes(row, 'staffCount') ? { staffCount, staffCountedOn, staffEvidence } : entry;
  return [
    {
      employerId: id,
      staffCount: count.staffCount,
      staffCountedOn: count.staffCountedOn,
      staffEvidence: count.staffEvidence,
      listedOn: changes(row, 'origin') ? (enteredOn ?? today) : entry.listedOn,
      responsibleId: responsibleId ?? entry.responsibleId,
    },
  ];
}

/** Sums of employers and entries as they were left: later they show whether somebody has changed one. */
async function sumsOfEmployers(systemTx: Ctx, ids: readonly string[]) {
  const rows = await systemTx.db.execute<{ id: string; employer: string; entry: string }>(sql`
    select e.id, md5(e::text) as employer, md5(r::text) as entry
    from employers e join register_entries r on r.employer_id = e.id
    where e.id = any (${`{${ids.join(',')}}`}::uuid[])`);
  return new Map(rows.map(({ id, employer, entry }) => [id, { employer, entry }]));
}

/**
 * Writes wanted rows: enters new employers by the step of the form, and changes those that are there. Run it as the
 * system, with the plan of the same transaction, which has locked them.
 * @returns what each row made or changed, in their order
 */
export async function writeEmployers(
  systemTx: Ctx,
  rows: readonly WantedRow<PlannedEmployer>[],
  { officerId }: EmployerContext,
): Promise<MadeRow[]> {
  if (rows.length === 0) return [];
  const today = todayOn(systemTx.now);
  const { id: root } = await getFederation(systemTx);
  const all = rows.map(
    (row): Row => ({
      ...row,
      known: employerOfRow(row.line, row.facts, row.choice),
    }),
  );
  const there = all.flatMap((row) => (row.known ? [{ row, known: row.known }] : []));
  const staff = await staffOf(
    systemTx,
    there.map(({ known }) => known.id),
  );
  const enters = all.filter(({ known }) => !known?.entry);
  const entered = await enterEntries(
    systemTx,
    enters.map((row) => entryToEnter(row, today, root)),
    officerId,
  );
  await changeEmployers(
    systemTx,
    there.map(({ row, known }) => employerAfter(row, known, staff.get(known.id) ?? null)),
  );
  await changeEntries(
    systemTx,
    there.flatMap(({ row, known }) => entryAfter(row, known, today)),
  );
  const idOf = (row: Row) => row.known?.id ?? entered[enters.indexOf(row)] ?? '';
  const sums = await sumsOfEmployers(systemTx, all.map(idOf));
  return all.map((row) => {
    const { known } = row;
    const employerId = idOf(row);
    const made = { employerId, newEmployer: !known, newEntry: !known?.entry };
    const listed = changes(row, 'origin');
    const sum = sums.get(employerId);
    if (!known) return { ...made, listed, sum };
    const { name, uscc, industry, address, entry } = known;
    const employer = { name, uscc, industry, address, staffCount: staff.get(known.id) ?? null };
    const before: EmployerBefore = { employer, entry };
    return { ...made, listed, sum, before };
  });
}
