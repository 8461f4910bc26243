import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { people } from '@/db/schema/identity';
import { auditEntries, notices } from '@/db/schema/kernel';
import { memberships } from '@/db/schema/membership';
import { organisationClosure, organisations } from '@/db/schema/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from './actor';
import { recordAudit } from './audit';
import { makeCtx } from './ctx';
import { withKey } from './idempotency';
import { newId } from './ids';
import { notify } from './messaging/outbox';
import { ok, refuse } from './result';
import { nextNumber } from './running-number';
import { read, transaction } from './transaction';

beforeEach(resetDb);

describe('a transaction', () => {
  it('rolls back everything when the work refuses', async () => {
    const me = await arrange((tx) => anAccount(tx));
    const result = await transaction(as(actorOf(me)), async (tx) => {
      await notify(tx, { accountId: me.accountId, title: 't', body: 'b', dedupeKey: 'k' });
      return refuse('full');
    });
    expect(result).toEqual({ ok: false, reason: 'full' });
    expect(await sqlAsOwner()`select 1 from notices`).toHaveLength(0);
  });

  it('gives the same receipt for the same form key, and refuses other content under it', async () => {
    const me = await arrange((tx) => anAccount(tx));
    const key = newId();
    const fields = ['number'];
    const asker = as(actorOf(me));
    const send = (input: string) =>
      transaction(keyed(asker, key, { fields, input }), async (tx) => {
        await notify(tx, { accountId: me.accountId, title: 't', body: 'b', dedupeKey: newId() });
        return ok({ number: await nextNumber(tx, 'test') });
      });
    const both = await Promise.all([send('a'), send('a'), send('a')]);
    expect(both).toEqual([ok({ number: 1 }), ok({ number: 1 }), ok({ number: 1 })]);
    expect(await send('b')).toEqual({ ok: false, reason: 'key_reused' });
    expect(await sqlAsOwner()`select 1 from notices`).toHaveLength(1);
  });

  it('keeps only the named fields of a result in the receipt', async () => {
    const actor = actorOf(await arrange((tx) => anAccount(tx)));
    const sent = keyed(as(actor), newId(), { fields: ['number'] });
    const work = async () => ok({ number: 1, phone: '13900000001', name: '陈一帆' });
    expect(await transaction(sent, work)).toEqual(ok({ ...(await work()).value }));
    expect(await transaction(sent, work)).toEqual(ok({ number: 1 }));
    const [row] = await sqlAsOwner()`select response from idempotency_keys`;
    expect(row?.response).toEqual({ number: 1 });
  });

  it('opens a receipt to nobody but the session and the rights it was made under', async () => {
    const { me, union } = await arrange(async (tx) => {
      const tree = await aTree(tx);
      return { me: await anAccount(tx), union: tree.union.id };
    });
    const key = newId();
    const officer = actorOf(me, { role: 'union_admin', organisationId: union });
    const send = (actor: typeof officer) =>
      transaction(keyed(as(actor), key, { fields: ['number'] }), async () => ok({ number: 1 }));
    expect(await send(officer)).toEqual(ok({ number: 1 }));
    expect(await send({ ...officer, sessionId: newId() })).toEqual(refuse('key_reused'));
    expect(await send({ ...officer, grants: [] })).toEqual(refuse('key_reused'));
    expect(await send(officer)).toEqual(ok({ number: 1 }));
  });

  it('stores no receipt for a command that takes no key', async () => {
    const actor = actorOf(await arrange((tx) => anAccount(tx)));
    const sent = withKey(as(actor), newId(), { name: 'reveal', input: {}, fields: undefined });
    await transaction(sent, async () => ok({ phone: '13900000001' }));
    expect(await sqlAsOwner()`select 1 from idempotency_keys`).toHaveLength(0);
  });

  it('tries again after a deadlock, and only then', async () => {
    let tries = 0;
    const value = await transaction(makeCtx(anonymous), async (tx) => {
      tries += 1;
      if (tries < 3)
        await tx.db.execute(sql`do $$ begin raise exception 'x' using errcode = '40P01'; end $$`);
      return tries;
    });
    expect(value).toBe(3);
    const broken = transaction(makeCtx(anonymous), (tx) => tx.db.execute(sql`select 1 / 0`));
    await expect(broken).rejects.toThrow();
  });

  it('takes its time from the database', async () => {
    const [now, there] = await read(makeCtx(anonymous), async (tx) => {
      const [row] = await tx.db.execute<{ at: string }>(sql`select now()::text as at`);
      return [tx.now, new Date(row?.at ?? '')];
    });
    expect(now).toEqual(there);
  });
});

describe('row policies', () => {
  it('show each actor only what is theirs, and nobody anything without settings', async () => {
    const { union, otherUnion, tree, me, admin, other } = await arrange(async (tx) => {
      const tree = await aTree(tx);
      const me = await aMember(tx, { organisationId: tree.union.id });
      await aMember(tx, { organisationId: tree.otherUnion.id });
      const admin = await anOfficer(tx, 'union_admin', tree.union.id);
      const other = await anOfficer(tx, 'town_admin', tree.otherTown.id);
      return { ...tree, tree, me, admin, other };
    });
    const seen = (actor: Parameters<typeof as>[0]) =>
      read(as(actor), async (tx) => {
        const rows = await tx.db.select({ at: memberships.organisationId }).from(memberships);
        return rows.map((row) => row.at).sort();
      });
    expect(await seen(actorOf(me))).toEqual([union.id]);
    expect(await seen(admin.actor)).toEqual([union.id]);
    expect(await seen(other.actor)).toEqual([otherUnion.id]);
    const district = actorOf(me, { role: 'viewer', organisationId: tree.district.id });
    expect(await seen(district)).toHaveLength(2);
    expect(await seen(anonymous)).toEqual([]);
    expect(await makeCtx(anonymous).db.select().from(people)).toEqual([]);
  });

  it('let a notice go to someone else, and only that person read it', async () => {
    const [me, you] = await arrange(
      async (tx) => [await anAccount(tx), await anAccount(tx)] as const,
    );
    await transaction(as(actorOf(me)), (tx) =>
      notify(tx, { accountId: you.accountId, title: 't', body: 'b', dedupeKey: 'k' }),
    );
    const mine = await read(as(actorOf(me)), (tx) => tx.db.select().from(notices));
    const yours = await read(as(actorOf(you)), (tx) => tx.db.select().from(notices));
    expect([mine.length, yours.length]).toEqual([0, 1]);
  });
});

describe('the audit chain', () => {
  const write = (n: number) =>
    transaction(makeCtx(anonymous), (tx) =>
      recordAudit(tx, { action: 'test', entityType: 'thing', entityId: 'one', after: { n } }),
    );

  it('holds under parallel writers, and shows a changed and a missing line', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
    const sqlOwner = sqlAsOwner();
    expect(await sqlOwner`select * from broken_audit_entries()`).toHaveLength(0);
    await expect(sqlOwner`delete from audit_entries`).rejects.toThrow(/append-only/);
    await sqlOwner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update audit_entries set after = '{"n": 99}' where id = 3`;
    });
    expect(await sqlOwner`select id, problem from broken_audit_entries()`).toEqual([
      { id: '3', problem: 'changed' },
    ]);
    await sqlOwner.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`delete from audit_entries where id = 20`;
    });
    const problems = await sqlOwner`select problem from broken_audit_entries()`;
    expect(problems.map((row) => row.problem).sort()).toEqual(['changed', 'tail']);
  });

  it('is not writable by the application role', async () => {
    const db = makeCtx(anonymous).db;
    await expect(db.delete(auditEntries)).rejects.toThrow();
    await expect(db.execute(sql`update audit_heads set hash = ''`)).rejects.toThrow();
  });
});

describe('the organisation closure', () => {
  it('follows a move, and refuses a circle', async () => {
    const tree = await arrange(aTree);
    const below = (id: string) =>
      arrange(async (tx) => {
        const rows = await tx.db
          .select({ id: organisationClosure.descendantId })
          .from(organisationClosure)
          .where(eq(organisationClosure.ancestorId, id));
        return rows.map((row) => row.id);
      });
    const move = (id: string, parentId: string) =>
      arrange((tx) =>
        tx.db.update(organisations).set({ parentId }).where(eq(organisations.id, id)),
      );
    await move(tree.union.id, tree.otherTown.id);
    expect(await below(tree.town.id)).not.toContain(tree.union.id);
    expect(await below(tree.otherTown.id)).toContain(tree.union.id);
    expect(await below(tree.district.id)).toContain(tree.union.id);
    await expect(move(tree.district.id, tree.union.id)).rejects.toThrow();
  });
});
