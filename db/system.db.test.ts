import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { TransactionSql } from 'postgres';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anonymous } from '@/lib/actor';
import { sendCode } from '@/lib/auth/sms-code';
import { systemKey } from '@/lib/system-key';
import { read } from '@/lib/transaction';
import { appSql } from './client';
import { accounts } from './schema/identity';
import { resetDb, sqlAsOwner } from './testing';

// What an injected statement may try: it runs as the application's role, without the application's key.
const tables = ['accounts', 'sessions', 'sms_codes', 'outbox', 'audit_entries', 'idempotency_keys'];

/** How many rows of each table a statement sees after `enter`. */
const seen = (enter: (tx: TransactionSql) => Promise<unknown>) =>
  appSql().begin(async (tx) => {
    await enter(tx);
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await tx<{ n: number }[]>`select count(*)::int as n from ${tx(table)}`;
      counts[table] = row?.n ?? 0;
    }
    return counts;
  });

const nothing = Object.fromEntries(tables.map((table) => [table, 0]));
const enterWith = (tx: TransactionSql, key: string) =>
  tx`select set_config('app.system', enter_system(${key}), true)`;

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    const { accountId } = await anAccount(tx);
    await tx.db.execute(`insert into sessions (id, token_hash, account_id, assurance, device, expires_at)
      values (gen_random_uuid(), 'x', '${accountId}', 'sms', 'x', now() + interval '1 hour')`);
    await tx.db.execute(`insert into idempotency_keys (actor_key, key, request_hash)
      values ('${accountId}', gen_random_uuid(), 'x')`);
    await tx.db.execute(
      `select append_audit(null, 'x', 'x', 'x', 'x', null, null, null, null, 'x')`,
    );
  });
  await sendCode(as(anonymous), { phone: '13800138000', purpose: 'sign_in' });
});

describe('acting as the system', () => {
  it('shows everything to whoever holds the key of the application', async () => {
    const all = await seen((tx) => enterWith(tx, systemKey()));
    expect(Object.values(all).every((n) => n > 0)).toBe(true);
  });

  it.each([
    ['nothing', async () => undefined],
    ['the old switch', (tx: TransactionSql) => tx`select set_config('app.system', 'on', true)`],
    [
      'a made-up token',
      (tx: TransactionSql) =>
        tx`select set_config('app.system', ${randomBytes(32).toString('hex')}, true)`,
    ],
    [
      'the token of another transaction',
      async (tx: TransactionSql) => {
        const [other] = await appSql().begin(
          (earlier) => earlier<{ token: string }[]>`select enter_system(${systemKey()}) as token`,
        );
        await tx`select set_config('app.system', ${other?.token ?? ''}, true)`;
      },
    ],
  ])('shows nothing by %s', async (_what, enter) => {
    expect(await seen(enter)).toEqual(nothing);
  });

  it.each(['', 'on', randomBytes(32).toString('base64url')])(
    'refuses the key “%s”',
    async (key) => {
      await expect(seen((tx) => enterWith(tx, key))).rejects.toMatchObject({ code: '42501' });
    },
  );

  it('keeps the key itself out of the database', async () => {
    const [row] = await sqlAsOwner()<
      { digest: string }[]
    >`select * from lianxin_private.system_key`;
    expect(row?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.digest).not.toBe(systemKey());
  });
});

describe('a way in', () => {
  it('is seen by its owner and by nobody else', async () => {
    const [me, other] = await arrange(async (tx) => [await anAccount(tx), await anAccount(tx)]);
    if (!me || !other) throw new Error('two accounts');
    const seenBy = (actor: Parameters<typeof as>[0]) =>
      read(as(actor), async (tx) => {
        const rows = await tx.db.select({ id: accounts.id }).from(accounts);
        return rows.map((row) => row.id);
      });
    expect(await seenBy(actorOf(me))).toEqual([me.accountId]);
    expect(await seenBy(anonymous)).toEqual([]);
    const taken = await read(as(actorOf(me)), (tx) =>
      tx.db.select().from(accounts).where(eq(accounts.id, other.accountId)),
    );
    expect(taken).toEqual([]);
  });
});
