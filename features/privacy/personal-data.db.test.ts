import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sqlAsOwner } from '@/db/testing';

interface PersonalData {
  readonly module: string;
  readonly tables: readonly { table: string; holds: string; retention: string }[];
  readonly export: unknown;
  readonly erase: unknown;
}

async function registered(): Promise<PersonalData[]> {
  const files = fs
    .readdirSync('features')
    .map((feature) => path.resolve('features', feature, 'personal-data.ts'))
    .filter((file) => fs.existsSync(file));
  const modules = await Promise.all(files.map((file) => import(file)));
  return modules.map((module) => module.personalData as PersonalData);
}

/**
 * Tables with a column that says whom a row is about. Who only acted (…_by, officer_id,
 * actor_account_id) is part of the case, and kept with it.
 */
const aboutSomebody = () => sqlAsOwner()<{ table: string; columns: string }[]>`
  select c.table_name as table, string_agg(c.column_name, ', ') as columns
  from information_schema.columns c
  join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'uuid'
    and (c.column_name ~ '(^|_)(account|person|child|attendee|guardian)_id$')
    and c.column_name <> 'actor_account_id'
  group by 1 order by 1`;

it('every table that speaks of a person is covered by a module’s personal-data.ts', async () => {
  const covered = new Set((await registered()).flatMap(({ tables }) => tables.map((t) => t.table)));
  const missing = (await aboutSomebody()).filter(({ table }) => !covered.has(table));
  const advice = missing.map(
    ({ table, columns }) =>
      `${table} (${columns}): name it under "tables" in features/<module>/personal-data.ts, say what ` +
      'it holds and for how long, hand it out in export() and empty it in erase()',
  );
  expect(advice).toEqual([]);
});

it('every module says what it holds and for how long, hands it out and removes it', async () => {
  const all = await registered();
  expect(all.length).toBeGreaterThan(3);
  for (const { module, tables, export: handOut, erase } of all) {
    expect(tables.length, module).toBeGreaterThan(0);
    for (const { holds, retention } of tables) expect([holds, retention], module).not.toContain('');
    expect([typeof handOut, typeof erase], module).toEqual(['function', 'function']);
  }
});

it('no module names a table that does not exist', async () => {
  const rows = await sqlAsOwner()`select tablename from pg_tables where schemaname = 'public'`;
  const there = new Set(rows.map(({ tablename }) => tablename));
  const named = (await registered()).flatMap(({ tables }) => tables.map((t) => t.table));
  expect(named.filter((table) => !there.has(table))).toEqual([]);
});

/** What runs at night and forgets; the questions leave a certificate of it. */
const forgets = /personalData\.expire|purgeAnswers/;

it('whoever names a time after which something goes has a job that lets it go', async () => {
  const timed = (await registered()).filter(({ tables }) =>
    tables.some(({ retention }) => /\d+ ?(天|个月|年)|设(置|定)的天数|当天|次日/.test(retention)),
  );
  expect(timed.length).toBeGreaterThan(5);
  for (const { module } of timed) {
    const jobs = path.resolve('features', module, 'jobs.ts');
    expect(fs.existsSync(jobs) && forgets.test(fs.readFileSync(jobs, 'utf8')), module).toBe(true);
  }
});
