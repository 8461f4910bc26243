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

let truncate: string | undefined;

async function truncateStatement(sql: Sql): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables
    where (schemaname = 'public' and tablename <> 'audit_heads')
       or (schemaname, tablename) = ('graphile_worker', '_private_jobs')`;
  return `truncate ${tables.map((table) => table.name).join(', ')} restart identity cascade`;
}

/**
 * Empties every table, for `beforeEach`. Triggers that forbid it (the audit log's) are off meanwhile:
 * `session_replication_role` is a right of the superuser that only tests have.
 */
export async function resetDb(): Promise<void> {
  await sqlAsOwner().begin(async (tx) => {
    truncate ??= await truncateStatement(sqlAsOwner());
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(truncate);
    // The chains' heads are made by a migration: they start again, they do not vanish.
    await tx`update audit_heads set hash = repeat('0', 64)`;
  });
}
