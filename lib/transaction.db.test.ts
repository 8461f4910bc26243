import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb } from '@/db/testing';
import { system } from './actor';
import { asSystem } from './ctx';
import { pgFailure } from './errors';
import { bySystem, read, readAsSystem, readOnRecord, transaction, within } from './transaction';

const write = sql`insert into settings (key, value) values ('x', '1'::jsonb)`;

beforeEach(resetDb);

const codeOf = (error: unknown) => pgFailure(error)?.code;
const stored = () =>
  read(as(system()), (tx) => tx.db.execute(sql`select 1 from settings where key = 'x'`));

describe('a transaction', () => {
  it('that reads cannot write, not even as the system', async () => {
    const plain = await read(as(system()), (tx) => tx.db.execute(write)).catch(codeOf);
    const inner = await read(as(system()), (tx) =>
      within(tx, asSystem(tx), (systemTx) => systemTx.db.execute(write)),
    ).catch(codeOf);
    expect([plain, inner]).toEqual(['25006', '25006']);
  });

  it('that writes runs under READ COMMITTED and refuses anything else', async () => {
    await transaction(as(system()), (tx) => tx.db.execute(write));
    const ctx = as(system());
    const strict = { ...ctx, db: Object.create(ctx.db) as typeof ctx.db };
    strict.db.transaction = (work) =>
      ctx.db.transaction(work, { isolationLevel: 'repeatable read' });
    await expect(transaction(strict, async () => 1)).rejects.toThrow('unsafe isolation');
  });
});

describe('a request that only reads', () => {
  const asked = { ...as(system()), readsOnly: true };

  it.each([
    ['a command', transaction],
    ['the system', bySystem],
  ])('comes to no work of %s', async (_whose, open) => {
    await expect(open(asked, (tx) => tx.db.execute(write))).rejects.toThrow('only reads');
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['a query', read],
    ['a query as the system', readAsSystem],
  ])('gets a read-only transaction from %s', async (_whose, open) => {
    expect(await open(asked, (tx) => tx.db.execute(write)).catch(codeOf)).toBe('25006');
  });

  it('comes to no command inside a query', async () => {
    const nested = read(asked, (tx) => transaction(tx, (inner) => inner.db.execute(write)));
    await expect(nested).rejects.toThrow('only reads');
  });

  it('writes the line of a look, or shows nothing', async () => {
    expect(await readOnRecord(asked, async (tx) => void (await tx.db.execute(write)))).toBe(
      undefined,
    );
    expect(await stored()).toHaveLength(1);
  });
});
