import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { resubmitApplication } from '@/features/applications/commands/resubmit-application';
import { saveName } from '@/features/applications/commands/save-name';
import { saveOccupation } from '@/features/applications/commands/save-occupation';
import { withdrawApplication } from '@/features/applications/commands/withdraw-application';
import { NotFound } from '@/lib/errors';
import { requestTransfer } from './request-transfer';

/** A worker whose application lies with the union, in the given state. */
const sent = (more: Partial<Parameters<typeof anApplication>[1]> = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const account = await anAccount(tx);
    const application = await anApplication(tx, {
      account,
      organisationId: tree.union.id,
      deskId: tree.union.id,
      number: 'RH26-1124-0001',
      status: 'submitted',
      dueOn: '2026-12-01',
      ...more,
    });
    const input = { applicationId: application.id, version: application.version };
    return { tree, account, application, input, me: as(actorOf(account)) };
  });

const row = async () => (await sqlAsOwner()`select * from membership_applications`)[0];
const events = async () =>
  (await sqlAsOwner()`select type from application_events order by id`).map((event) => event.type);
const audited = async () =>
  (await sqlAsOwner()`select action from audit_entries order by id`).map((entry) => entry.action);

describe('withdrawing', () => {
  beforeEach(resetDb);

  it('takes back what nobody has opened', async () => {
    const { me, input } = await sent();
    expect(await withdrawApplication(me, input)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ status: 'withdrawn', version: 2, due_on: null });
    expect(await events()).toEqual(['withdrawn']);
    expect(await audited()).toEqual(['withdraw_application']);
    expect(await sqlAsOwner()`select title from notices`).toEqual([{ title: '入会申请已撤回' }]);
    expect(await withdrawApplication(me, input)).toEqual({
      ok: false,
      reason: 'already_withdrawn',
    });
  });

  it.each(['in_review', 'sent_back', 'approved', 'rejected'] as const)(
    'is too late for one that is %s',
    async (status) => {
      const { me, input } = await sent({ status, openedAt: new Date() });
      expect(await withdrawApplication(me, input)).toEqual({ ok: false, reason: 'already_opened' });
      expect((await row())?.status).toBe(status);
    },
  );

  it('is not there for anyone else', async () => {
    const { input } = await sent();
    const stranger = await arrange((tx) => anAccount(tx));
    await expect(withdrawApplication(as(actorOf(stranger)), input)).rejects.toThrow(NotFound);
  });
});

describe('correcting', () => {
  beforeEach(resetDb);
  const sentBack = () =>
    sent({
      status: 'sent_back',
      sentBackFields: ['name'],
      openedAt: new Date(),
      reason: '姓名不符',
    });

  it('goes back with the same number once every field was gone through', async () => {
    const { me, input } = await sentBack();
    expect(await resubmitApplication(me, input)).toEqual({ ok: false, reason: 'not_corrected' });
    await saveName(me, { name: '黄小曼' });
    expect(await resubmitApplication(me, input)).toEqual({ ok: false, reason: 'changed' });
    const result = await resubmitApplication(me, { ...input, version: 2 });
    expect(result).toMatchObject({ ok: true, value: { number: 'RH26-1124-0001' } });
    expect(await row()).toMatchObject({ status: 'submitted', name: '黄小曼', reason: null });
    expect((await row())?.opened_at).not.toBeNull();
    expect(await events()).toEqual(['corrected', 'resubmitted']);
    expect(await audited()).toEqual(['save_answer', 'resubmit_application']);
    const again = await resubmitApplication(me, { ...input, version: 3 });
    expect(again).toEqual({ ok: false, reason: 'already_submitted' });
  });

  it('tells the desk what changed, names and numbers masked, and nothing of what stayed (D24)', async () => {
    const { me, input } = await sent({
      status: 'sent_back',
      sentBackFields: ['name', 'occupation'],
      openedAt: new Date(),
      occupationCode: 'courier',
    });
    const notes = async () =>
      (await sqlAsOwner()`select note from application_events order by id`).map((e) => e.note);
    await saveOccupation(me, { occupation: 'factory_worker' });
    await saveName(me, { name: (await row())?.name });
    expect(await notes()).toEqual(['职业：快递员 → 工厂工人']);
    await saveName(me, { name: '黄小曼' });
    expect((await notes()).at(-1)).toMatch(/^姓名：\S\*+ → 黄\*\*（第 [23] 个字不同）$/);
    await resubmitApplication(me, { ...input, version: 4 });
    expect((await notes()).at(-1)).toBeNull();
  });

  it('says so when it comes back as it went (D24)', async () => {
    const { me, input } = await sentBack();
    await saveName(me, { name: (await row())?.name });
    await resubmitApplication(me, { ...input, version: 2 });
    expect(await sqlAsOwner()`select type, note from application_events`).toEqual([
      { type: 'resubmitted', note: '内容没有改动' },
    ]);
  });

  it('is not there for anyone else', async () => {
    const { input } = await sentBack();
    const stranger = await arrange((tx) => anAccount(tx));
    await expect(resubmitApplication(as(actorOf(stranger)), input)).rejects.toThrow(NotFound);
  });
});

describe('asking for a transfer', () => {
  beforeEach(resetDb);
  const used = async () => {
    const idNumber = aResidentId();
    const made = await sent({ status: 'draft', number: null, deskId: null, idNumber });
    await arrange((tx) => aMember(tx, { organisationId: made.tree.otherUnion.id, idNumber }));
    return made;
  };
  const agreed = { version: 1, idConsent: 'yes' } as const;

  it('is recorded once for the union of the draft, and ends the draft', async () => {
    const { me, tree } = await used();
    const result = await requestTransfer(me, agreed);
    expect(result).toMatchObject({ ok: true });
    expect(await requestTransfer(me, agreed)).toEqual(result);
    const requests = await sqlAsOwner()`select organisation_id, status from transfer_requests`;
    expect(requests).toEqual([{ organisation_id: tree.union.id, status: 'requested' }]);
    expect((await row())?.status).toBe('withdrawn');
    expect(await audited()).toEqual(['request_transfer']);
    expect(await sqlAsOwner()`select purpose from consents`).toHaveLength(1);
    expect(await sqlAsOwner()`select title from notices`).toEqual([{ title: '转会登记已收到' }]);
  });

  it('needs a draft with a union, as it was shown', async () => {
    const { me } = await used();
    expect(await requestTransfer(me, { ...agreed, version: 9 })).toEqual({
      ok: false,
      reason: 'changed',
    });
    const other = await arrange((tx) => anAccount(tx));
    expect(await requestTransfer(as(actorOf(other)), agreed)).toEqual({
      ok: false,
      reason: 'nothing_to_transfer',
    });
    expect(await sqlAsOwner()`select 1 from transfer_requests`).toHaveLength(0);
  });
});
