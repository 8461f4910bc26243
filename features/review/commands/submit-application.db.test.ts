import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer, aResidentId } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { submitApplication } from '@/features/applications/commands/submit-application';
import { anonymous } from '@/lib/actor';
import { Forbidden } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getDeskApplication } from '../queries/desk-application';
import { approveApplication } from './approve-application';

const agreed = { version: 1, pledge: 'yes', idConsent: 'yes' } as const;

/** A worker whose draft only needs to be submitted. */
const ready = (idNumber?: string) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const account = await anAccount(tx);
    const draft = await anApplication(tx, { account, idNumber, organisationId: tree.union.id });
    return { tree, account, draft, me: as(actorOf(account)) };
  });

const statuses = async () =>
  (await sqlAsOwner()`select status from membership_applications order by status`).map(
    (row) => row.status,
  );

describe('submitting', () => {
  beforeEach(resetDb);

  it('puts the draft on the union’s desk, with number, day, history, audit, consents and notice', async () => {
    const { me, draft, tree, account } = await ready();
    const result = await submitApplication(me, agreed);
    expect(result).toMatchObject({ ok: true, value: { id: draft.id } });
    const sql = sqlAsOwner();
    const [row] = await sql`select * from membership_applications`;
    expect(row).toMatchObject({
      status: 'submitted',
      desk_id: tree.union.id,
      step: 1,
      steps_total: 1,
      version: 2,
      pledge_version: '2026-1',
    });
    expect(row?.number).toMatch(/^RH\d{2}-\d{4}-0001$/);
    expect(await sql`select type, to_status, actor_label from application_events`).toEqual([
      { type: 'submitted', to_status: 'submitted', actor_label: '本人' },
    ]);
    const [audit] = await sql`select * from audit_entries where action = 'submit_application'`;
    expect(audit).toMatchObject({ entity_id: draft.id, organisation_id: tree.union.id });
    expect(JSON.stringify(audit)).not.toContain(draft.name);
    expect(await sql`select purpose from consents order by purpose`).toEqual([
      { purpose: 'membership_id_number' },
      { purpose: 'membership_pledge' },
    ]);
    const [notice] = await sql`select account_id, link from notices`;
    expect(notice).toEqual({ account_id: account.accountId, link: `/applications/${draft.id}` });
    expect(await sql`select template from outbox`).toEqual([{ template: 'membership_submitted' }]);
  });

  it('counts working days, holidays left out', async () => {
    const { me } = await ready();
    await sqlAsOwner()`
      insert into holidays ("on", kind, name)
      select (now() at time zone 'Asia/Shanghai')::date + n, 'off', '测试' from generate_series(1, 10) n`;
    await submitApplication(me, agreed);
    const [row] = await sqlAsOwner()`
      select due_on - (now() at time zone 'Asia/Shanghai')::date as days from membership_applications`;
    expect(Number(row?.days)).toBeGreaterThanOrEqual(15);
  });

  it('asks a second desk only where the union has a parent', async () => {
    const { me, tree } = await ready();
    await sqlAsOwner()`update organisations set review_steps = 2 where id = ${tree.union.id}`;
    await submitApplication(me, agreed);
    expect(await sqlAsOwner()`select steps_total from membership_applications`).toEqual([
      { steps_total: 2 },
    ]);
  });

  it('gives a repeated form the first receipt, and runs once', async () => {
    const { me } = await ready();
    const sent = keyed(me, newId(), { fields: ['id', 'number', 'dueOn'] });
    const both = await Promise.all([
      submitApplication(sent, agreed),
      submitApplication(sent, agreed),
    ]);
    expect(both[0]).toEqual(both[1]);
    expect(both[0]?.ok).toBe(true);
    expect(await sqlAsOwner()`select 1 from application_events`).toHaveLength(1);
    expect(await sqlAsOwner()`select 1 from outbox`).toHaveLength(1);
  });

  it('refuses a second submit from another tab', async () => {
    const { me } = await ready();
    await submitApplication(me, agreed);
    const again = await submitApplication(me, { ...agreed, version: 2 });
    expect(again).toEqual({ ok: false, reason: 'already_submitted' });
  });

  it('refuses a check page that shows older answers', async () => {
    const { me } = await ready();
    const stale = await submitApplication(me, { ...agreed, version: 7 });
    expect(stale).toEqual({ ok: false, reason: 'changed' });
    expect(await statuses()).toEqual(['draft']);
  });

  it.each(['name', 'id_masked', 'occupation_code', 'organisation_id'])(
    'refuses a draft without %s',
    async (column) => {
      const { me } = await ready();
      const sql = sqlAsOwner();
      await sql`update membership_applications set ${sql(column)} = null`;
      expect(await submitApplication(me, agreed)).toEqual({ ok: false, reason: 'incomplete' });
    },
  );

  it('takes the document of a member as any other: only the desk reads that it is known (Z23)', async () => {
    const idNumber = aResidentId();
    const { me, tree } = await ready(idNumber);
    await arrange((tx) => aMember(tx, { organisationId: tree.otherUnion.id, idNumber }));
    const placed = await submitApplication(me, agreed);
    if (!placed.ok) throw new Error(placed.reason);
    expect(await statuses()).toEqual(['submitted']);
    const officer = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    const seen = await getDeskApplication(as(officer.actor), placed.value.id);
    expect(JSON.stringify(seen)).toContain('这个证件号已有会籍或另一份在办申请');
  });

  it('makes one member of two applications with one document, however close they are (C03)', async () => {
    const idNumber = aResidentId();
    const first = await ready(idNumber);
    const other = await arrange(async (tx) => {
      const account = await anAccount(tx);
      await anApplication(tx, { account, idNumber, organisationId: first.tree.otherUnion.id });
      return as(actorOf(account));
    });
    const both = await Promise.all([
      submitApplication(first.me, agreed),
      submitApplication(other, agreed),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(2);
    const district = await arrange((tx) =>
      anOfficer(tx, 'organisation_officer', first.tree.district.id),
    );
    const rows = await sqlAsOwner()<{ id: string; version: number }[]>`
      select id, version from membership_applications`;
    const decided = await Promise.all(
      rows.map(({ id, version }) =>
        approveApplication(as(district.actor), { applicationId: id, version }),
      ),
    );
    expect(decided.map((d) => (d.ok ? 'ok' : d.reason)).sort()).toEqual(['duplicate_member', 'ok']);
    expect(await sqlAsOwner()`select 1 from memberships`).toHaveLength(1);
  });

  it('is for the worker alone: nobody signed in, and no officer, submits it', async () => {
    const { tree } = await ready();
    await expect(submitApplication(as(anonymous), agreed)).rejects.toThrow(Forbidden);
    const officer = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    expect(await submitApplication(as(officer.actor), agreed)).toEqual({
      ok: false,
      reason: 'nothing_to_submit',
    });
    expect(await statuses()).toEqual(['draft']);
  });
});
