import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import {
  type MemberBefore,
  setEmployers,
  setNames,
  setOccupations,
  setPhones,
} from './change-members';
import {
  rowDetails,
  type TakenBack,
  type Touched,
  takenOrStayed,
  type WrittenStored,
} from './stored-row';
import { type MadeIds, touchedSince } from './touched';

const idsOf = ({ id, made }: WrittenStored): MadeIds => ({
  rowId: id,
  accountId: String(made?.accountId),
  personId: String(made?.personId),
  membershipId: String(made?.membershipId),
  newPerson: made?.newPerson === true,
});

const array = (values: readonly string[]) => `{${values.join(',')}}`;

/** What the rows before had made goes as if it had never been: nobody has seen or touched it. */
async function unmake(systemTx: Ctx, made: readonly MadeIds[]): Promise<void> {
  const people = array(made.filter(({ newPerson }) => newPerson).map(({ personId }) => personId));
  const accounts = array(
    made.filter(({ newPerson }) => newPerson).map(({ accountId }) => accountId),
  );
  const memberships = array(made.map(({ membershipId }) => membershipId));
  const back = array(made.filter(({ newPerson }) => !newPerson).map(({ personId }) => personId));
  await systemTx.db.execute(sql`delete from memberships where id = any (${memberships}::uuid[])`);
  // Emptied first: a person's pieces of name go from the index with an update.
  await systemTx.db.execute(
    sql`update people set name_grams = '{}' where id = any (${people}::uuid[])`,
  );
  await systemTx.db.execute(sql`delete from people where id = any (${people}::uuid[])`);
  await systemTx.db.execute(sql`delete from accounts where id = any (${accounts}::uuid[])`);
  await systemTx.db.execute(
    sql`update people set union_id = null where id = any (${back}::uuid[])`,
  );
}

/** Whoever touches one of them at this moment comes before or finds them gone. */
async function lockWritten(systemTx: Ctx, rows: readonly WrittenStored[]): Promise<void> {
  const ids = rows.map(idsOf);
  const all = (key: 'accountId' | 'personId' | 'membershipId') => array(ids.map((one) => one[key]));
  await systemTx.db.execute(sql`
    select 1 from accounts where id = any (${all('accountId')}::uuid[]) order by id for update`);
  await systemTx.db.execute(sql`
    select 1 from people where id = any (${all('personId')}::uuid[]) order by id for update`);
  await systemTx.db.execute(sql`
    select 1 from memberships where id = any (${all('membershipId')}::uuid[]) order by id for update`);
}

interface Changed extends MadeIds {
  readonly before: MemberBefore;
}

/** Members whom the import changed and nobody since: each column that it wrote is as it left it. */
async function asLeft(systemTx: Ctx, rows: readonly Changed[]): Promise<Set<string>> {
  const found = await systemTx.db.execute<{ id: string }>(sql`
    select i.id from import_rows i
    join memberships m on m.id = (i.made ->> 'membershipId')::uuid and md5(m::text) = i.made ->> 'sum'
    join accounts a on a.id = (i.made ->> 'accountId')::uuid
    where i.id = any (${array(rows.map(({ rowId }) => rowId))}::uuid[])
      and (not ('phone' = any (i.fields)) or a.last_signed_in_at is not distinct from a.imported_at)`);
  return new Set(found.map(({ id }) => id));
}

async function restore(systemTx: Ctx, rows: readonly Changed[]): Promise<void> {
  const having = <K extends keyof MemberBefore>(field: K) =>
    rows.flatMap((row) => {
      const value = row.before[field];
      return value === undefined || value === null ? [] : [{ row, value }];
    });
  await setNames(
    systemTx,
    having('name').map(({ row, value: name }) => ({ ...row, name })),
  );
  await setPhones(
    systemTx,
    having('phone').map(({ row, value: phone }) => ({ ...row, phone })),
  );
  await setOccupations(
    systemTx,
    having('occupation').map(({ row: { membershipId }, value }) => ({ membershipId, ...value })),
  );
  await setEmployers(
    systemTx,
    having('employer').map(({ row: { membershipId }, value }) => ({ membershipId, ...value })),
  );
}

const beforeOf = (row: WrittenStored): MemberBefore | null =>
  row.made?.newMembership === true
    ? null
    : ((rowDetails(row)?.before as MemberBefore | undefined) ?? null);

interface Sorted {
  readonly made: readonly MadeIds[];
  readonly changed: readonly Changed[];
  readonly touched: ReadonlyMap<string, Touched>;
  readonly outcomes: TakenBack[];
}

async function sortRows(systemTx: Ctx, rows: readonly WrittenStored[]): Promise<Sorted> {
  const all = rows.map((row) => ({ ...idsOf(row), before: beforeOf(row) }));
  const made = all.filter(({ before }) => before === null);
  const changed = all.filter((row): row is Changed => row.before !== null);
  const touched = new Map(await touchedSince(systemTx, made));
  const untouched = await asLeft(systemTx, changed);
  for (const { rowId } of changed) if (!untouched.has(rowId)) touched.set(rowId, 'edited');
  return { made, changed, touched, outcomes: takenOrStayed(rows, touched) };
}

/** What `takeBackMembers` would come to, without doing it. Run it as the system. */
export const previewMembers = async (
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> => (await sortRows(systemTx, rows)).outcomes;

/**
 * Takes written rows back: whom nobody has touched since goes, who was changed is again as before; the others
 * stay and say why. Run it as the system.
 */
export async function takeBackMembers(
  systemTx: Ctx,
  rows: readonly WrittenStored[],
): Promise<TakenBack[]> {
  await lockWritten(systemTx, rows);
  const { made, changed, touched, outcomes } = await sortRows(systemTx, rows);
  const goes = ({ rowId }: MadeIds) => !touched.has(rowId);
  await unmake(systemTx, made.filter(goes));
  await restore(systemTx, changed.filter(goes));
  return outcomes;
}
