import type { Sql } from 'postgres';
import { ownerSql } from '../client';

let owner: Sql | undefined;

/** The test's own window on the database: as its owner, so row-level security hides nothing. */
export function sqlAsOwner(): Sql {
  owner ??= ownerSql({ max: 2 });
  return owner;
}

export async function closeOwner(): Promise<void> {
  await owner?.end({ timeout: 5 });
  owner = undefined;
}

let tables: string[] | undefined;

async function tablesOf(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where (schemaname = 'public' and tablename not in ('audit_heads', 'merge_keys'))
       or (schemaname, tablename) = ('graphile_worker', '_private_jobs')`;
  return rows.map(({ name }) => name);
}

// Deleted rows lie in the way of the next tests: beyond so many, and now and then, all is cut off instead.
const MANY_ROWS = 500;
const MANY_RESETS = 50;
let resets = 0;

const looks = (names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `select '${name}' as name, (select count(*)::int from (select 1 from ${name} limit ${MANY_ROWS}) r) as rows`,
    )
    .join(' union all ');

/** Every number given out starts at one again. */
const restart = `select setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false)
  from pg_sequences where schemaname in ('public', 'graphile_worker') and last_value is not null`;

/**
 * Empties every table, for `beforeEach`: most are empty already, and a few rows are deleted sooner than
 * seventy tables are cut off. Triggers that forbid it (the audit log's), and foreign keys, are off
 * meanwhile: `session_replication_role` is a right of the superuser that only tests have.
 */
export async function resetDb(): Promise<void> {
  await sqlAsOwner().begin(async (tx) => {
    tables ??= await tablesOf(sqlAsOwner());
    await tx`set local session_replication_role = replica`;
    const filled = (await tx.unsafe<{ name: string; rows: number }[]>(looks(tables))).filter(
      ({ rows }) => rows > 0,
    );
    if (++resets % MANY_RESETS === 0 || filled.some(({ rows }) => rows === MANY_ROWS))
      await tx.unsafe(`truncate ${tables.join(', ')} restart identity cascade`);
    else for (const { name } of filled) await tx.unsafe(`delete from ${name}`);
    await tx.unsafe(restart);
    // The chains' heads are made by a migration: they start again, they do not vanish.
    await tx`update audit_heads set hash = repeat('0', 64)`;
  });
}
