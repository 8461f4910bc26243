import 'server-only';
import { sql } from 'drizzle-orm';
import {
  changeOrganisations,
  type OrganisationChange,
  removeOrganisations,
} from '@/features/organisations/steps/change-organisations';
import type { Ctx } from '@/lib/ctx';
import { pointersTo } from './pointers';
import {
  rowDetails,
  type TakenBack,
  type Touched,
  takenOrStayed,
  type WrittenStored,
} from './stored-row';

const array = (values: readonly string[]) => `{${values.join(',')}}`;
const idOf = ({ made }: WrittenStored) => String(made?.organisationId);
const isNew = ({ made }: WrittenStored) => made?.newUnion === true;

const reasons: Record<string, Touched> = {
  ...{ memberships: 'members', membership_applications: 'members', people: 'members' },
  ...{ foundings: 'founding', role_grants: 'officers' },
};

/** Unions that are not any more as the import left them. */
const changedByHand = (systemTx: Ctx, rows: readonly WrittenStored[]) =>
  systemTx.db.execute<{ id: string }>(sql`
    select i.id from import_rows i left join organisations o on o.id = (i.made ->> 'organisationId')::uuid
    where i.id = any (${array(rows.map(({ id }) => id))}::uuid[]) and md5(o::text) is distinct from i.made ->> 'sum'`);

interface Below extends Record<string, unknown> {
  id: string;
  parent_id: string;
}

/** A union stays where one below it does: of this import or of anybody. */
async function stayForThoseBelow(
  systemTx: Ctx,
  fresh: readonly WrittenStored[],
  touched: Map<string, Touched>,
): Promise<void> {
  const rowOf = new Map(fresh.map((row) => [idOf(row), row.id]));
  const below = await systemTx.db.execute<Below>(sql`
    select id, parent_id from organisations where parent_id = any (${array([...rowOf.keys()])}::uuid[])`);
  const stays = ({ id }: Below) => {
    const row = rowOf.get(id);
    return row === undefined || touched.has(row);
  };
  for (let before = -1; before !== touched.size; ) {
    before = touched.size;
    for (const one of below.filter(stays)) {
      const row = rowOf.get(one.parent_id);
      if (row && !touched.has(row)) touched.set(row, 'children');
    }
  }
}

async function touchedOf(
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<Map<string, Touched>> {
  const fresh = rows.filter(isNew);
  const touched = new Map<string, Touched>();
  for (const { id } of await changedByHand(systemTx, rows)) touched.set(id, 'edited');
  const byUnion = new Map(fresh.map((row) => [idOf(row), row.id]));
  // The closure goes with its union; those below are looked at apart.
  const passedOver = ['organisation_closure', 'organisations'];
  for (const { table, id } of await pointersTo(
    systemTx,
    'organisations',
    fresh.map(idOf),
    passedOver,
  )) {
    const row = byUnion.get(id);
    if (row) touched.set(row, reasons[table] ?? 'used');
  }
  await stayForThoseBelow(systemTx, fresh, touched);
  return touched;
}

/** What `takeBackUnions` would come to, without doing it. Run it as the system. */
export const previewUnions = async (
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> => takenOrStayed(rows, await touchedOf(systemTx, rows));

/**
 * Takes written rows back: a new union that nobody has touched goes; what was changed is again as before. One with
 * members, officers, a founding or another union below it stays. Run it as the system.
 */
export async function takeBackUnions(
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> {
  await systemTx.db.execute(sql`select 1 from organisations
    where id = any (${array(rows.map(idOf))}::uuid[]) order by id for update`);
  const touched = await touchedOf(systemTx, rows);
  const back = rows.filter(({ id }) => !touched.has(id));
  await removeOrganisations(systemTx, back.filter(isNew).map(idOf));
  await changeOrganisations(
    systemTx,
    back.flatMap((row) => (rowDetails(row)?.before as OrganisationChange | undefined) ?? []),
  );
  return takenOrStayed(rows, touched);
}
