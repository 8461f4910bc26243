import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { Forbidden, NotFound } from '@/lib/errors';
import { approveApplication } from './approve-application';
import { openForReview } from './open-for-review';
import { recordJoinings } from './record-joinings';
import { rejectApplication } from './reject-application';
import { sendBackApplication } from './send-back-application';
import { undoDecision } from './undo-decision';

let tree: Tree;
let officer: Awaited<ReturnType<typeof anOfficer>>;
let application: Awaited<ReturnType<typeof aSubmittedApplication>>;

const sql = () => sqlAsOwner();
const row = async (id = application.id) =>
  (await sql()`select * from membership_applications where id = ${id}`)[0];
const events = async (id = application.id) =>
  (await sql()`select type from application_events where application_id = ${id} order by id`).map(
    (e) => e.type,
  );
const audited = async (action: string) =>
  (await sql()`select * from audit_entries where action = ${action}`).length;
const input = () => ({ applicationId: application.id, version: application.version });
const reasons = { reason: '姓名与身份证不一致' };

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    officer = await anOfficer(tx, 'union_admin', tree.union.id, { displayName: '林干事' });
    application = await aSubmittedApplication(tx, { organisationId: tree.union.id });
  });
});

describe('opening an application', () => {
  it('begins the review once, and says who looked and when', async () => {
    expect(await openForReview(as(officer.actor), { applicationId: application.id })).toEqual({
      ok: true,
      value: { opened: true },
    });
    const again = await openForReview(as(officer.actor), { applicationId: application.id });
    expect(again).toEqual({ ok: true, value: { opened: false } });
    expect(await row()).toMatchObject({ status: 'in_review', opened_by: officer.accountId });
    expect(await events()).toEqual(['submitted', 'opened']);
    expect(await audited('open_application')).toBe(1);
    expect(await sql()`select 1 from notices where dedupe_key like '%opened'`).toHaveLength(1);
  });

  it('leaves what is decided on as it was: the page that was being read still decides', async () => {
    await openForReview(as(officer.actor), { applicationId: application.id });
    expect(await approveApplication(as(officer.actor), input())).toMatchObject({ ok: true });
  });
});

describe('approving', () => {
  it('takes nobody into a union that was dissolved meanwhile; sending back still works', async () => {
    await sql()`update organisations set closed_at = now() where id = ${tree.union.id}`;
    const refused = await approveApplication(as(officer.actor), input());
    expect(refused).toMatchObject({ ok: false, reason: 'union_closed' });
    expect(await row()).toMatchObject({ status: 'submitted', decided_at: null });
    expect(await sql()`select 1 from memberships`).toHaveLength(0);
    expect(await sql()`select 1 from application_decisions`).toHaveLength(0);
    const back = { ...input(), fields: ['workplace' as const], ...reasons };
    expect(await sendBackApplication(as(officer.actor), back)).toMatchObject({ ok: true });
  });

  it('makes a member: person, membership, number, history, audit, delayed notice and text', async () => {
    const done = await approveApplication(as(officer.actor), input());
    expect(done).toMatchObject({ ok: true, value: { decision: 'approved' } });
    expect(await row()).toMatchObject({ status: 'approved', decided_by: officer.accountId });
    const [person] = await sql()`select * from people where id = ${application.applicant.personId}`;
    expect(person).toMatchObject({ name: '韦小满', union_id: tree.union.id, initials: 'wxm' });
    expect(person?.id_index).toHaveLength(64);
    const [member] = await sql()`select * from memberships`;
    expect(member).toMatchObject({ status: 'regular', organisation_id: tree.union.id });
    expect(member?.member_no).toMatch(/^0000\d{8}$/);
    expect(await events()).toEqual(['submitted', 'opened', 'approved']);
    expect(await audited('approve_application')).toBe(1);
    const [notice] = await sql()`
      select visible_at > now() + interval '8 seconds' as later from notices where dedupe_key like '%approved'`;
    expect(notice?.later).toBe(true);
    expect(
      await sql()`select 1 from outbox where dedupe_key like '%approved' and send_after > now() + interval '8 seconds'`,
    ).toHaveLength(1);
  });

  it('writes the 会籍变化 line once, when the undo is over', async () => {
    await approveApplication(as(officer.actor), input());
    expect(await recordJoinings(as(officer.actor))).toBe(0);
    await sql()`update membership_applications set decided_at = decided_at - interval '20 seconds'`;
    expect(await recordJoinings(as(officer.actor))).toBe(1);
    expect(await recordJoinings(as(officer.actor), application.id)).toBe(0);
    const lines = await sql()`select type, application_id from membership_changes`;
    expect(lines).toEqual([{ type: 'joined', application_id: application.id }]);
  });

  it('freezes what the dictionary said of the occupation, whatever it says later', async () => {
    await arrange(aDictionary);
    await approveApplication(as(officer.actor), input());
    await sql()`update occupations set is_new_form = false, in_eight_groups = false`;
    await sql()`update membership_applications set decided_at = decided_at - interval '20 seconds'`;
    await recordJoinings(as(officer.actor));
    const [member] = await sql()`select * from memberships`;
    const frozen = { occupation_code: 'courier', occupation_version: 'test' };
    expect(member).toMatchObject({ ...frozen, is_new_form: true, in_eight_groups: true });
    expect(await sql()`select is_new_form from membership_changes`).toEqual([
      { is_new_form: true },
    ]);
  });

  it('passes a two-step case to the parent first, then makes the member', async () => {
    await sql()`update membership_applications set steps_total = 2`;
    const town = await arrange((tx) => anOfficer(tx, 'town_admin', tree.town.id));
    expect(await approveApplication(as(officer.actor), input())).toMatchObject({
      value: { decision: 'passed_on' },
    });
    const between = await row();
    expect(between).toMatchObject({
      status: 'in_review',
      step: 2,
      desk_id: tree.town.id,
      opened_at: null,
    });
    const next = { applicationId: application.id, version: Number(between?.version) };
    await expect(approveApplication(as(officer.actor), next)).rejects.toThrow(Forbidden);
    expect(await approveApplication(as(town.actor), next)).toMatchObject({
      value: { decision: 'approved' },
    });
    expect(await sql()`select 1 from memberships`).toHaveLength(1);
  });

  it('refuses a second membership for one document', async () => {
    await approveApplication(as(officer.actor), input());
    const [first] = await sql()`select id_index from people where id_index is not null`;
    const other = await arrange((tx) =>
      aSubmittedApplication(tx, { organisationId: tree.union.id }),
    );
    await sql()`update membership_applications set id_index = ${first?.id_index} where id = ${other.id}`;
    const again = { applicationId: other.id, version: other.version };
    expect(await approveApplication(as(officer.actor), again)).toMatchObject({
      ok: false,
      reason: 'duplicate_member',
    });
    expect(await row(other.id)).toMatchObject({ status: 'submitted' });
  });
});

describe('sending back and rejecting', () => {
  it('names the fields and the reason', async () => {
    const wanted = { ...input(), ...reasons, fields: ['name' as const] };
    expect(await sendBackApplication(as(officer.actor), wanted)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({
      status: 'sent_back',
      sent_back_fields: ['name'],
      reason: reasons.reason,
    });
    expect(await audited('send_back_application')).toBe(1);
    const [notice] = await sql()`select title from notices where dedupe_key like '%sent_back'`;
    expect(notice?.title).toBe('入会申请要补正：姓名');
  });

  it('keeps the reason of a rejection for the worker and the ledger', async () => {
    expect(await rejectApplication(as(officer.actor), { ...input(), ...reasons })).toMatchObject({
      ok: true,
    });
    expect(await row()).toMatchObject({ status: 'rejected', reason: reasons.reason });
    const [entry] =
      await sql()`select reason from audit_entries where action = 'reject_application'`;
    expect(entry?.reason).toBe(reasons.reason);
  });
});

describe('a case at the desk', () => {
  it('is not there for an officer of another union', async () => {
    const other = await arrange((tx) => anOfficer(tx, 'union_admin', tree.otherUnion.id));
    await expect(approveApplication(as(other.actor), input())).rejects.toThrow(NotFound);
    await expect(openForReview(as(other.actor), { applicationId: application.id })).rejects.toThrow(
      NotFound,
    );
  });

  it('is forbidden to whoever only looks, and to the applicant', async () => {
    const viewer = await arrange((tx) => anOfficer(tx, 'viewer', tree.district.id));
    const system = await arrange((tx) => anOfficer(tx, 'system_admin', tree.district.id));
    for (const actor of [viewer.actor, system.actor]) {
      await expect(approveApplication(as(actor), input())).rejects.toThrow(Forbidden);
    }
    const { accountId, personId } = application.applicant;
    const worker = { ...viewer.actor, accountId, personId, grants: [] };
    await expect(approveApplication(as(worker), input())).rejects.toThrow(Forbidden);
    expect(await row()).toMatchObject({ status: 'submitted' });
  });

  it('is not decided by whoever it is about, nor by whoever entered it at the counter', async () => {
    const own = { ...officer.actor, accountId: application.applicant.accountId };
    expect(await approveApplication(as(own), input())).toMatchObject({ reason: 'own_case' });
    await sql()`update membership_applications set entered_by = ${officer.accountId}`;
    expect(await approveApplication(as(officer.actor), input())).toMatchObject({
      reason: 'entered_by_you',
    });
    expect(await row()).toMatchObject({ status: 'submitted' });
  });

  it('tells the second officer who was first, when, and with what', async () => {
    await approveApplication(as(officer.actor), input());
    expect(await rejectApplication(as(officer.actor), { ...input(), ...reasons })).toMatchObject({
      reason: 'already_decided',
      detail: { who: '林干事', what: '通过', when: expect.stringMatching(/\d/) },
    });
  });
});

describe('undo', () => {
  const approved = async () => {
    const done = await approveApplication(as(officer.actor), input());
    if (!done.ok) throw new Error(done.reason);
    return done.value.decisionId;
  };

  it('restores the application exactly, unmakes the member and recalls the messages', async () => {
    await openForReview(as(officer.actor), { applicationId: application.id });
    const before = await row();
    application.version = Number(before?.version);
    expect(await undoDecision(as(officer.actor), { decisionId: await approved() })).toMatchObject({
      ok: true,
    });
    const after = await row();
    const same = ({ version: _v, updated_at: _u, ...rest }: Record<string, unknown> = {}) => rest;
    expect(same(after)).toEqual(same(before));
    expect(await sql()`select 1 from memberships`).toHaveLength(0);
    const [person] = await sql()`select * from people where id = ${application.applicant.personId}`;
    expect(person).toMatchObject({ id_index: null, union_id: null, id_sealed: null });
    expect(await events()).toEqual(['submitted', 'opened', 'approved', 'undone']);
    const [left] = await sql()`
      select count(*)::int as n from outbox where status <> 'cancelled' and dedupe_key like '%approved'`;
    expect(left?.n).toBe(0);
    expect(await audited('undo_decision')).toBe(1);
    await sql()`update membership_applications set decided_at = now() - interval '1 hour'`;
    expect(await recordJoinings(as(officer.actor))).toBe(0);
  });

  it('takes back the first of two steps', async () => {
    await sql()`update membership_applications set steps_total = 2`;
    await undoDecision(as(officer.actor), { decisionId: await approved() });
    expect(await row()).toMatchObject({ step: 1, desk_id: tree.union.id, status: 'in_review' });
  });

  it('is over when the seconds are over', async () => {
    const decisionId = await approved();
    await sql()`update application_decisions set undo_until = now() - interval '1 second'`;
    expect(await undoDecision(as(officer.actor), { decisionId })).toMatchObject({
      reason: 'undo_too_late',
    });
  });

  it('is over when a text has left, whatever the clock says', async () => {
    const decisionId = await approved();
    await sql()`update outbox set status = 'sent', sent_at = now()`;
    expect(await undoDecision(as(officer.actor), { decisionId })).toMatchObject({
      reason: 'undo_too_late',
    });
    expect(await row()).toMatchObject({ status: 'approved' });
    expect(await sql()`select 1 from memberships`).toHaveLength(1);
  });

  it('belongs to whoever decided, and happens once', async () => {
    const decisionId = await approved();
    const second = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    expect(await undoDecision(as(second.actor), { decisionId })).toMatchObject({
      reason: 'not_yours',
    });
    await undoDecision(as(officer.actor), { decisionId });
    expect(await undoDecision(as(officer.actor), { decisionId })).toMatchObject({
      reason: 'already_undone',
    });
    const other = await arrange((tx) => anOfficer(tx, 'union_admin', tree.otherUnion.id));
    await expect(undoDecision(as(other.actor), { decisionId })).rejects.toThrow(NotFound);
  });

  it('is refused once something rests on the new 会籍, and nothing is half undone', async () => {
    const done = await approveApplication(as(officer.actor), input());
    if (!done.ok) throw new Error(done.reason);
    await sql()`insert into transfers (id, number, person_id, account_id, membership_id, from_id, to_id, status,
        created_at, opened_at)
      select gen_random_uuid(), 'ZH-1', m.person_id, ${application.applicant.accountId}, m.id, m.organisation_id,
        ${tree.otherUnion.id}, 'open', now(), now() from memberships m`;
    const { decisionId } = done.value;
    const undone = await undoDecision(as(officer.actor), { decisionId });
    expect(undone).toMatchObject({ reason: 'changed' });
    expect(await row()).toMatchObject({ status: 'approved' });
    expect(await sql()`select 1 from memberships`).toHaveLength(1);
    expect(await sql()`select 1 from notices where dedupe_key like '%approved%'`).toHaveLength(1);
  });
});
