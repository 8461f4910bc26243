import postgres, { type Sql } from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { driverOptions } from './client';
import { sqlAsOwner } from './testing';

// What patches/postgres+3.4.9.patch adds for a server that is well: see kill.db.test.ts for one that is not.
let one: Sql;
beforeEach(async () => {
  one = postgres(process.env.DATABASE_URL ?? '', { ...driverOptions, max: 1 });
  await sqlAsOwner()`create table changing (id int primary key, said int, facts jsonb)`;
  await sqlAsOwner()`insert into changing select n, n * 10 from generate_series(1, 40) n`;
});
afterEach(async () => {
  await one.end({ timeout: 1 });
  await sqlAsOwner()`drop table changing`;
});

const changeType = () => sqlAsOwner()`alter table changing alter said type text`;
const saidBy = (id: number) => one`select said from changing where id = ${id}`;
const numbers = Array.from({ length: 20 }, (_, n) => n + 1);

test('twenty statements under way while a column changes its type are all answered', async () => {
  await saidBy(1);
  await changeType();
  const rows = await Promise.all(numbers.map(saidBy));
  expect(rows.map(([row]) => row?.said)).toEqual(numbers.map((n) => String(n * 10)));
});

test('each of them gets its own answer, also beside a statement that is sent for the first time', async () => {
  await saidBy(1);
  await changeType();
  const answers = await Promise.all([
    saidBy(2),
    saidBy(3),
    one`select said || '!' as said from changing where id = ${4}`,
    saidBy(5),
  ]);
  expect(answers.map(([row]) => row?.said)).toEqual(['20', '30', '40!', '50']);
});

test('what a repeated statement stores is what was given, not that turned into text twice', async () => {
  const store = (id: number) =>
    one`update changing set facts = ${one.json({ id })} where id = ${id} returning said`;
  await store(1);
  await changeType();
  await store(2);
  const [row] = await sqlAsOwner()`select facts from changing where id = 2`;
  expect(row?.facts).toEqual({ id: 2 });
});

test('who waits too long for a connection is told so, and the next is served', async () => {
  const waits = { queue_timeout: () => 0.05 };
  const pool = postgres(process.env.DATABASE_URL ?? '', { ...driverOptions, ...waits, max: 1 });
  let open = () => {};
  const opened = new Promise<void>((done) => {
    open = done;
  });
  let begun = () => {};
  const holds = new Promise<void>((done) => {
    begun = done;
  });
  const holder = pool.begin(async (tx) => {
    await tx`select 1`;
    begun();
    await opened;
  });
  await holds;
  const late = await Promise.allSettled([pool`select 2`, pool.begin((tx) => tx`select 3`)]);
  expect(late.map((r) => r.status === 'rejected' && r.reason.code)).toEqual([
    'QUEUE_TIMEOUT',
    'QUEUE_TIMEOUT',
  ]);
  open();
  await holder;
  expect(await pool`select 4 as n`).toEqual([{ n: 4 }]);
  await pool.end({ timeout: 1 });
});

test('a session that began read-only is given up once a write was refused', async () => {
  const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const owner = sqlAsOwner();
  const write = () => one`update changing set said = 1 where id = 1`;
  await owner`alter database ${owner(database)} set default_transaction_read_only = on`;
  try {
    await expect(write()).rejects.toMatchObject({ code: '25006' });
  } finally {
    await owner`alter database ${owner(database)} reset default_transaction_read_only`;
  }
  await write();
});
