import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/house';
import { resetDb } from '@/db/testing';
import { system } from './actor';
import { asSystem } from './ctx';
import { pgFailure } from './errors';
import { read, transaction, within } from './transaction';

const write = sql`insert into settings (key, value) values ('x', '1'::jsonb)`;

beforeEach(resetDb);

describe('a transaction', () => {
  it('that reads cannot write, not even as the house', async () => {
    const codeOf = (error: unknown) => pgFailure(error)?.code;
    const plain = await read(as(system()), (tx) => tx.db.execute(write)).catch(codeOf);
    const inner = await read(as(system()), (tx) =>
      within(tx, asSystem(tx), (house) => house.db.execute(write)),
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
