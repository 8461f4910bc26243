import 'server-only';
import { sql } from 'drizzle-orm';
import {
  changeOrganisations,
  type OrganisationChange,
} from '@/features/organisations/steps/change-organisations';
import {
  insertOrganisations,
  type OrganisationToInsert,
} from '@/features/organisations/steps/insert-organisation';
import type { Ctx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { type KnownUnion, unionOfRow } from '../rules/decide-union';
import { parentsFirst } from '../rules/union-lines';
import type { MadeRow, WantedRow } from './book-work';
import type { PlannedUnion } from './plan-unions';

type Row = WantedRow<PlannedUnion> & { readonly known: KnownUnion | null };

const takes = ({ plan, choice }: Row, field: 'name' | 'uscc') =>
  plan.changes.some((change) => change.field === field) &&
  choice === (field === 'name' ? 'use_book' : 'match');

const unionFacts = (known: KnownUnion): OrganisationChange => {
  const { id, kind, areaCode, name, shortName, uscc, foundedOn, address, phone } = known;
  return { id, kind, areaCode, name, shortName, uscc, foundedOn, address, phone };
};

/** The union as the row leaves it: blank cells leave what there is; a short name that was the name follows it. */
function unionAfter(row: Row, known: KnownUnion): OrganisationChange {
  const { line } = row;
  const name = takes(row, 'name') ? line.name : known.name;
  const short = known.shortName === known.name ? name : known.shortName;
  return {
    ...unionFacts(known),
    ...{ name, shortName: line.shortName ?? short },
    uscc: takes(row, 'uscc') ? line.uscc : known.uscc,
    foundedOn: line.foundedOn ?? known.foundedOn,
    address: line.address ?? known.address,
    phone: line.phone ?? known.phone,
  };
}

/** New unions with their ids, parents first; a row whose parent was not written is none of them. */
function unionsToMake(rows: readonly Row[]): Map<string, OrganisationToInsert> {
  const made = new Map<string, OrganisationToInsert>();
  const byRowNo = new Map<number, { id: string; townId: string | null }>();
  for (const { rowId, line, facts, known } of parentsFirst(rows)) {
    if (known) {
      byRowNo.set(line.rowNo, known);
      continue;
    }
    const { parent } = facts;
    const above =
      (parent?.id && { id: parent.id, townId: parent.townId }) || byRowNo.get(line.parentRow ?? 0);
    if (!above) continue;
    const id = newId();
    const { kind, name, shortName, uscc, areaCode, foundedOn, address, phone } = line;
    const given = { kind, name, shortName, uscc, areaCode, foundedOn, address, phone };
    const townId = kind === 'town_federation' ? id : above.townId;
    made.set(rowId, { ...given, id, parentId: above.id, townId, reviewSteps: null });
    byRowNo.set(line.rowNo, { id, townId });
  }
  return made;
}

/** Sums of unions as they were left: later they show whether somebody has changed one. */
async function sumsOfUnions(systemTx: Ctx, ids: readonly string[]) {
  const rows = await systemTx.db.execute<{ id: string; sum: string }>(sql`
    select o.id, md5(o::text) as sum from organisations o where o.id = any (${`{${ids.join(',')}}`}::uuid[])`);
  return new Map(rows.map(({ id, sum }) => [id, sum]));
}

/**
 * Writes wanted rows: makes new unions by the step of the form, each with its own code to join by, and changes those
 * that are there. Run it as the system, with the plan of the same transaction, which has locked them.
 * @returns what each row made or changed, in their order; null for one whose parent was not written
 */
export async function writeUnions(
  systemTx: Ctx,
  rows: readonly WantedRow<PlannedUnion>[],
): Promise<(MadeRow | null)[]> {
  const all = rows.map(
    (row): Row => ({ ...row, known: unionOfRow(row.line, row.facts, row.choice) }),
  );
  const made = unionsToMake(all);
  await insertOrganisations(systemTx, [...made.values()]);
  await changeOrganisations(
    systemTx,
    all.flatMap((row) => (row.known ? [unionAfter(row, row.known)] : [])),
  );
  const idOf = ({ rowId, known }: Row) => known?.id ?? made.get(rowId)?.id ?? null;
  const sums = await sumsOfUnions(
    systemTx,
    all.flatMap((row) => idOf(row) ?? []),
  );
  return all.map((row) => {
    const organisationId = idOf(row);
    if (!organisationId) return null;
    const one = { organisationId, newUnion: !row.known, sum: sums.get(organisationId) };
    return row.known ? { ...one, before: unionFacts(row.known) } : one;
  });
}
