import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { recordAudit } from '@/lib/audit';
import { Forbidden } from '@/lib/errors';
import { checkChain } from './queries/check-chain';
import { listLedger } from './queries/list-entries';
import { ledgerFilter } from './schema';

let tree: Tree;
let admin: Actor;
let officer: Actor;
let viewer: Actor;

const everything = ledgerFilter.parse({});
const filter = ({ actor = '', entity = '', ...more }: Record<string, string>) => ({
  ...ledgerFilter.parse(more),
  actor,
  entity,
});

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  await arrange(async (tx) => {
    const at = (organisationId: string, entityId: string) =>
      recordAudit(tx, {
        action: 'approve_application',
        entityType: 'application',
        entityId,
        organisationId,
        after: { status: 'approved' },
        reason: '材料齐全',
      });
    await at(tree.union.id, 'a1');
    await at(tree.otherUnion.id, 'a2');
    await recordAudit(tx, {
      action: 'book_place',
      entityType: 'booking',
      entityId: 'b1',
      organisationId: tree.union.id,
      after: { status: 'booked' },
    });
    await recordAudit(tx, {
      action: 'change_setting',
      entityType: 'setting',
      entityId: 'membership.sla_days',
      organisationId: tree.district.id,
      after: { value: 7 },
    });
  });
  const at = async (role: 'system_admin' | 'organisation_officer' | 'viewer', id: string) =>
    (await arrange((tx) => anOfficer(tx, role, id))).actor;
  admin = await at('system_admin', tree.district.id);
  officer = await at('organisation_officer', tree.town.id);
  viewer = await at('viewer', tree.district.id);
});

describe('the ledger', () => {
  it('shows an officer the lines of the own organisation and below, but no bookings', async () => {
    const { lines } = await listLedger(as(officer), everything);
    expect(lines).toMatchObject([
      { entityId: 'a1', after: { status: 'approved' }, reason: '材料齐全', withheld: false },
    ]);
  });

  it('shows a system administrator every line, but no value of members’ affairs', async () => {
    const { lines } = await listLedger(as(admin), everything);
    expect(lines).toMatchObject([
      { action: 'change_setting', after: { value: 7 }, withheld: false },
      { entityId: 'b1', after: null, withheld: true },
      { entityId: 'a2', after: null, reason: null, withheld: true },
      { entityId: 'a1', after: null, reason: null, withheld: true },
    ]);
  });

  it('shows others nothing', async () => {
    expect((await listLedger(as(viewer), everything)).lines).toEqual([]);
  });

  it('is filtered by who, what, which and when', async () => {
    const ids = async (more: Record<string, string>) =>
      (await listLedger(as(admin), filter(more))).lines.map((line) => line.entityId);
    expect(await ids({ action: 'change_setting' })).toEqual(['membership.sla_days']);
    expect(await ids({ entity: 'a2' })).toEqual(['a2']);
    expect(await ids({ actor: '%' })).toEqual([]);
    expect(await ids({ actor: '测试' })).toHaveLength(4);
    expect(await ids({ to: '2020-01-01' })).toEqual([]);
    expect(await ids({ from: 'yesterday', action: '; drop' })).toHaveLength(4);
  });

  it('pages by the line, so that new lines do not shift it', async () => {
    await arrange(async (tx) => {
      for (let n = 0; n < 60; n++) {
        await recordAudit(tx, { action: 'edit', entityType: 'setting', entityId: `s${n}` });
      }
    });
    const first = await listLedger(as(admin), everything);
    expect(first.lines).toHaveLength(50);
    const second = await listLedger(as(admin), filter({ before: String(first.older) }));
    expect(second.lines).toHaveLength(14);
    expect(second.older).toBeNull();
  });
});

describe('checking the chain', () => {
  it('finds it whole, and a changed line when there is one', async () => {
    expect(await checkChain(as(admin))).toMatchObject({ entries: 4, broken: [] });
    await sqlAsOwner().begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`update audit_entries set reason = '别的' where entity_id = 'a1'`;
    });
    expect((await checkChain(as(admin))).broken).toMatchObject([{ problem: 'changed' }]);
  });

  it('is for the system administrator', async () => {
    await expect(checkChain(as(officer))).rejects.toThrow(Forbidden);
  });
});
