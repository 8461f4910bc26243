import { afterAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { sqlAsOwner } from '@/db/testing/index';
import { readiness } from './readiness';

const url = process.env.DATABASE_URL;

afterAll(() => {
  process.env.DATABASE_URL = url;
});

test('a migrated database is ready', async () => {
  expect(await readiness()).toMatchObject({ ready: true, database: 'ok' });
});

test('a database one migration behind is not, one ahead is', async () => {
  const sql = sqlAsOwner();
  await sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
  expect(await readiness()).toMatchObject({ ready: true, database: 'ok' });
  await sql`update drizzle.__drizzle_migrations set created_at = created_at - 2`;
  expect(await readiness()).toMatchObject({ ready: false, database: 'migration_missing' });
});

test('a read-only database is not, and is again as soon as it takes writes', async () => {
  const sql = sqlAsOwner();
  const name = new URL(url ?? '').pathname.slice(1);
  await sql`update drizzle.__drizzle_migrations set created_at = created_at + 1`;
  await sql`alter database ${sql(name)} set default_transaction_read_only = on`;
  // Sessions that are open already are not told.
  await closeDatabase();
  expect(await readiness()).toMatchObject({ ready: false, database: 'read_only' });
  await sql`alter database ${sql(name)} reset default_transaction_read_only`;
  expect(await readiness()).toMatchObject({ ready: true, database: 'ok' });
});

test('a database that does not answer is not', async () => {
  await closeDatabase();
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
  expect(await readiness()).toMatchObject({ ready: false, database: 'slow_or_down' });
});
