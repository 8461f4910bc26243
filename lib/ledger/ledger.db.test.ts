import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '../actor';
import { recordAudit } from '../audit';
import { inspectLedger } from './inspect';
import { sealFile, sealLedger } from './seal';

const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lianxin-ledger-'));
process.env.DATA_DIR = dir;
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }));

/** As an owner of the database who knows how the chain is made. */
const tamper = (...statements: string[]) =>
  sqlAsOwner().begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    for (const statement of statements) await tx.unsafe(statement);
  });

/** Computes every chain anew, with its heads, so that each line fits the one before. */
const recompute = `do $$ declare e audit_entries; prev text; s int; begin
  for s in 0..15 loop
    prev := repeat('0', 64);
    for e in select * from audit_entries where shard = s order by id loop
      update audit_entries set prev_hash = 'aside ' || id where id = e.id;
      e.prev_hash := prev; e.hash := audit_digest(prev, e);
      update audit_entries set prev_hash = prev, hash = e.hash where id = e.id;
      prev := e.hash;
    end loop;
    update audit_heads set hash = prev where shard = s;
  end loop;
end $$`;

const cutTail = `with last as (
    delete from audit_entries where id = (select max(id) from audit_entries) returning shard, prev_hash)
  update audit_heads h set hash = last.prev_hash from last where h.shard = last.shard`;

const lastShard = '(select shard from audit_entries order by id desc limit 1)';
const takeShard = [
  `update audit_heads set hash = repeat('0', 64) where shard = ${lastShard}`,
  `delete from audit_entries where shard = ${lastShard}`,
];

const chainAlone = () => sqlAsOwner()`select * from broken_audit_entries()`;
const found = async () =>
  (await inspectLedger(as(system()))).broken.map(({ problem }) => problem).sort();

const write = (from: number, to: number) =>
  arrange(async (tx) => {
    for (let n = from; n <= to; n++) {
      const entry = { action: 'edit_thing', entityType: 'thing', entityId: `t${n % 3}` };
      await recordAudit(tx, { ...entry, after: { n } });
    }
  });

beforeEach(async () => {
  await resetDb();
  fs.rmSync(sealFile(), { force: true });
  await write(1, 9);
  await sealLedger();
});

describe('a sealed ledger (O14)', () => {
  it('holds as written, also with lines that came after', async () => {
    await write(10, 14);
    const report = await inspectLedger(as(system()));
    expect(report).toMatchObject({ entries: 14, broken: [] });
    expect(report.sealed).toHaveLength(1);
    expect(fs.readFileSync(sealFile(), 'utf8')).toContain(report.sealed[0]?.code);
  });

  it('is sealed once a day', async () => {
    expect(await sealLedger()).toBeNull();
    expect(fs.readFileSync(sealFile(), 'utf8').split('\n')).toHaveLength(2);
  });

  it.each([
    [
      'a chain computed anew after a change',
      [`update audit_entries set after = '{"n": 99}' where id = 2`, recompute],
      'rewritten',
    ],
    ['a tail cut off with its head', [cutTail], 'cut'],
    ['a chain taken away', takeShard, 'cut'],
  ])('notices %s, which the chain alone does not', async (_what, statements, problem) => {
    await tamper(...statements);
    expect(await chainAlone()).toEqual([]);
    expect(await found()).toEqual([problem]);
  });

  it('notices it by the file, when the seals were taken out of the database too', async () => {
    await tamper(cutTail, 'delete from audit_seals');
    expect(await found()).toEqual(['cut', 'unsealed']);
  });

  it('notices a seal that was made without the key', async () => {
    await tamper(
      cutTail,
      `update audit_seals set heads = (select jsonb_agg(jsonb_build_object(
      'shard', shard, 'id', (select max(id) from audit_entries e where e.shard = h.shard), 'hash', hash))
      from audit_heads h where hash <> repeat('0', 64))`,
    );
    expect(await found()).toEqual(['cut', 'forged']);
  });

  it('notices a line of the file that was changed', async () => {
    fs.appendFileSync(sealFile(), 'not a seal\n');
    expect(await found()).toEqual(['forged']);
  });

  it.each(['delete from audit_seals', `update audit_seals set signature = ''`])(
    'keeps its seals from the owner too while the triggers stand: %s',
    async (statement) => {
      await expect(sqlAsOwner().unsafe(statement)).rejects.toMatchObject({ code: '42501' });
    },
  );
});
