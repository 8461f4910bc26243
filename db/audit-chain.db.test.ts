import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { recordAudit } from '@/lib/audit';
import { resetDb, sqlAsOwner } from './testing';

const broken = () => sqlAsOwner()<{ shard: number; id: string | null; problem: string }[]>`
  select shard, id::text, problem from broken_audit_entries()`;

/** As an owner who wants to hide something would: with the triggers switched off. */
const tamper = (statement: string) =>
  sqlAsOwner().begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx.unsafe(statement);
  });

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    for (let n = 1; n <= 5; n++) {
      const entry = { action: 'edit_thing', entityType: 'thing', entityId: 'one' };
      await recordAudit(tx, { ...entry, before: { n: n - 1 }, after: { n, 名: '改名' } });
    }
  });
});

describe('the audit chain', () => {
  it('holds as written', async () => {
    expect(await broken()).toEqual([]);
  });

  it.each([
    ['a changed value', `update audit_entries set after = '{"n": 9}' where id = 3`, '3', 'changed'],
    ['another name', `update audit_entries set actor_label = '别人' where id = 2`, '2', 'changed'],
    [
      'another time',
      `update audit_entries set at = at - interval '1 day' where id = 4`,
      '4',
      'changed',
    ],
    ['a line taken out', 'delete from audit_entries where id = 3', '4', 'gap'],
    ['the last line taken off', 'delete from audit_entries where id = 5', null, 'tail'],
    ['everything gone', 'delete from audit_entries', null, 'tail'],
  ])('shows %s, even by the owner', async (_what, statement, id, problem) => {
    await tamper(statement);
    expect(await broken()).toMatchObject([{ id, problem }]);
  });

  it.each([
    `update audit_entries set reason = 'x'`,
    'delete from audit_entries',
    'truncate audit_entries',
  ])('refuses the owner too while its triggers stand: %s', async (statement) => {
    await expect(sqlAsOwner().unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
