import 'server-only';
import { sql } from 'drizzle-orm';
import type { Ctx } from '@/lib/ctx';
import type { Touched } from './stored-row';

export interface MadeIds {
  readonly rowId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly newPerson: boolean;
}

interface Reference extends Record<string, unknown> {
  table: string;
  column: string;
  target: 'accounts' | 'people' | 'memberships';
}

/** Every column of every table that points to somebody: one that is made next year is found as well. */
const references = (systemTx: Ctx) =>
  systemTx.db.execute<Reference>(sql`
    select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as target
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in ('accounts'::regclass, 'people'::regclass, 'memberships'::regclass)
      and c.conrelid not in ('people'::regclass, 'memberships'::regclass, 'sessions'::regclass,
        'known_devices'::regclass)
    order by 1, 2`);

const reasons: Record<string, Touched> = {
  bookings: 'booked',
  booking_events: 'booked',
  unit_list_rows: 'booked',
  guardians: 'family',
  notices: 'messaged',
  outbox: 'messaged',
};

const idOf = { accounts: 'accountId', people: 'personId', memberships: 'membershipId' } as const;
const array = (values: readonly string[]) => `{${values.join(',')}}`;

async function pointedAt(systemTx: Ctx, made: readonly MadeIds[]): Promise<Map<string, Touched>> {
  const found = new Map<string, Touched>();
  for (const { table, column, target } of await references(systemTx)) {
    const key = idOf[target];
    const of = target === 'memberships' ? made : made.filter(({ newPerson }) => newPerson);
    if (of.length === 0) continue;
    const rows = await systemTx.db.execute<{ id: string }>(sql`
      select distinct t.${sql.identifier(column)} as id from ${sql.identifier(table)} t
      where t.${sql.identifier(column)} = any (${array(of.map((one) => one[key]))}::uuid[])`);
    const ids = new Set(rows.map(({ id }) => id));
    for (const one of of)
      if (ids.has(one[key]) && !found.has(one.rowId))
        found.set(one.rowId, reasons[table] ?? 'used');
  }
  return found;
}

/** Signed in, or changed by hand: an account, a person or a 会籍 that is not any more as the import made it. */
const changedByHand = (systemTx: Ctx, made: readonly MadeIds[]) =>
  systemTx.db.execute<{ rowId: string; touched: Touched }>(sql`
    select r."rowId", case when a.last_signed_in_at is distinct from a.imported_at and r."newPerson" then 'signed_in'
      else 'edited' end as touched
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
      as r("rowId" text, "accountId" uuid, "personId" uuid, "membershipId" uuid, "newPerson" boolean)
    join import_rows i on i.id = r."rowId"::uuid
    left join accounts a on a.id = r."accountId"
    left join people p on p.id = r."personId"
    left join memberships m on m.id = r."membershipId"
    where (r."newPerson" and (a.last_signed_in_at is distinct from a.imported_at
        or p.updated_at is distinct from a.imported_at or a.disabled_at is not null))
      or m.id is null or md5(m::text) is distinct from i.made ->> 'sum'`);

/**
 * Which of these new members somebody has touched since, and how: they stay. By row; the rest may go as if it had
 * never been. Run it as the system.
 */
export async function touchedSince(
  systemTx: Ctx,
  made: readonly MadeIds[],
): Promise<Map<string, Touched>> {
  if (made.length === 0) return new Map();
  const pointed = await pointedAt(systemTx, made);
  const changed = await changedByHand(systemTx, made);
  return new Map([...pointed, ...changed.map((one) => [one.rowId, one.touched] as const)]);
}

/** Sums of 会籍 rows as they stand, by id: later one shows whether somebody has changed it. */
export async function sumsOf(
  systemTx: Ctx,
  membershipIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await systemTx.db.execute<{ id: string; sum: string }>(sql`
    select m.id, md5(m::text) as sum from memberships m where m.id = any (${array(membershipIds)}::uuid[])`);
  return new Map(rows.map(({ id, sum }) => [id, sum]));
}
