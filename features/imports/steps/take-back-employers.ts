import 'server-only';
import { sql } from 'drizzle-orm';
import { changeEntries } from '@/features/employer-register/steps/change-entries';
import { changeEmployers, removeEmployers } from '@/features/organisations/steps/change-employers';
import type { Ctx } from '@/lib/ctx';
import { pointersTo } from './pointers';
import {
  rowDetails,
  type TakenBack,
  type Touched,
  takenOrStayed,
  type WrittenStored,
} from './stored-row';
import type { EmployerBefore } from './write-employers';

const array = (values: readonly string[]) => `{${values.join(',')}}`;
const idOf = ({ made }: WrittenStored) => String(made?.employerId);
const before = (row: WrittenStored) => rowDetails(row)?.before as EmployerBefore | undefined;

const reasons: Record<string, Touched> = {
  ...{ employer_visits: 'visited', founding_employers: 'founding' },
  ...{ memberships: 'members', membership_applications: 'members' },
};

/** Whoever touches one of them at this moment comes before or finds them gone. */
async function lockWritten(systemTx: Ctx, rows: readonly WrittenStored[]): Promise<void> {
  const ids = array(rows.map(idOf));
  await systemTx.db.execute(sql`select 1 from register_entries
    where employer_id = any (${ids}::uuid[]) order by employer_id for update`);
  await systemTx.db.execute(
    sql`select 1 from employers where id = any (${ids}::uuid[]) order by id for update`,
  );
}

/** Employers and entries that are not any more as the import left them. */
const changedByHand = (systemTx: Ctx, rows: readonly WrittenStored[]) =>
  systemTx.db.execute<{ id: string }>(sql`
    select i.id from import_rows i
    left join employers e on e.id = (i.made ->> 'employerId')::uuid
    left join register_entries r on r.employer_id = e.id
    where i.id = any (${array(rows.map(({ id }) => id))}::uuid[])
      and (md5(e::text) is distinct from i.made -> 'sum' ->> 'employer'
        or md5(r::text) is distinct from i.made -> 'sum' ->> 'entry')`);

/** Foundings under way that an entry takes part in. */
const inFoundings = (systemTx: Ctx, ids: readonly string[]) =>
  systemTx.db.execute<{ id: string }>(sql`
    select distinct employer_id as id from founding_employers where employer_id = any (${array(ids)}::uuid[])`);

async function touchedOf(
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<Map<string, Touched>> {
  const fresh = rows.filter(({ made }) => made?.newEmployer === true).map(idOf);
  const entered = rows.filter(({ made }) => made?.newEntry === true).map(idOf);
  const pointers = [
    ...(await pointersTo(systemTx, 'employers', fresh, ['register_entries'])),
    ...(await pointersTo(systemTx, 'register_entries', entered, [])),
    ...(await inFoundings(systemTx, entered)).map(({ id }) => ({
      id,
      table: 'founding_employers',
    })),
  ];
  const touched = new Map<string, Touched>();
  for (const { id } of await changedByHand(systemTx, rows)) touched.set(id, 'edited');
  // 台账外 that came onto the list stays on it, whatever else the row had changed.
  for (const { id, made } of rows) if (made?.listed === true) touched.set(id, 'listed');
  const byEmployer = new Map(rows.map((row) => [idOf(row), row.id]));
  for (const { table, id } of pointers) {
    const row = byEmployer.get(id);
    if (row) touched.set(row, reasons[table] ?? 'used');
  }
  return touched;
}

/** What `takeBackEmployers` would come to, without doing it. Run it as the system. */
export const previewEmployers = async (
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> => takenOrStayed(rows, await touchedOf(systemTx, rows));

/**
 * Takes written rows back: an entry that nobody has touched goes, with its employer where the list brought it; what
 * was changed is again as before. An entry with a visit or a founding stays, and so does one that came onto the
 * list. Run it as the system.
 */
export async function takeBackEmployers(
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> {
  await lockWritten(systemTx, rows);
  const touched = await touchedOf(systemTx, rows);
  const back = rows.filter(({ id }) => !touched.has(id));
  const entered = back.filter(({ made }) => made?.newEntry === true);
  await systemTx.db.execute(
    sql`select take_back_entries(${array(entered.map(({ id }) => id))}::uuid[])`,
  );
  await removeEmployers(systemTx, back.filter(({ made }) => made?.newEmployer === true).map(idOf));
  const restored = back.flatMap((row) => {
    const was = before(row);
    return was ? [{ id: idOf(row), was }] : [];
  });
  await changeEmployers(
    systemTx,
    restored.map(({ id, was }) => ({ id, ...was.employer })),
  );
  await changeEntries(
    systemTx,
    restored.flatMap(({ id: employerId, was }) =>
      was.entry ? [{ employerId, ...was.entry }] : [],
    ),
  );
  return takenOrStayed(rows, touched);
}
