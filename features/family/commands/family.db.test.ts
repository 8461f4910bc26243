import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, anAccount, aResidentId, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { anonymous } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getChild, listChildren } from '../queries/children';
import { listInvitations } from '../queries/invitations';
import { addChildInput } from '../schema/family';
import { addChild } from './add-child';
import { changeChild } from './change-child';
import { confirmGuardian } from './confirm-guardian';
import { endInvitation } from './end-invitation';
import { inviteGuardian } from './invite-guardian';
import { removeChild } from './remove-child';

const childId = (birthOn = '2017-05-20') => aResidentId({ birthOn, sex: 'female' });
const input = (more: Record<string, unknown> = {}) =>
  addChildInput.parse({
    name: '陈小禾',
    idNumber: childId(),
    school: '桥圩镇中心小学',
    schoolEntryYear: '2023',
    relation: 'mother',
    consent: 'yes',
    ...more,
  });
const ctxOf = (made: MadeAccount) => as(actorOf(made));

let mother: MadeAccount;
let father: MadeAccount;
beforeEach(async () => {
  await resetDb();
  [mother, father] = await arrange(async (tx) => [
    await anAccount(tx, { displayName: '黄丽' }),
    await anAccount(tx),
  ]);
});

describe('adding a child', () => {
  it('seals name, document and birth date, and keeps the guardian’s consent', async () => {
    const result = await addChild(ctxOf(mother), input());
    expect(result).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select * from children`;
    expect(row?.name_masked).toBe('陈**');
    expect(JSON.stringify(row)).not.toMatch(/陈小禾|2017-05-20/);
    const [consent] = await sqlAsOwner()`select * from consents`;
    expect(consent).toMatchObject({ purpose: 'child_data', subject_id: row?.id });
    const [audit] = await sqlAsOwner()`select * from audit_entries where action = 'add_child'`;
    expect(JSON.stringify(audit?.after)).not.toMatch(/陈|20170520/);
    expect(await listChildren(ctxOf(mother))).toMatchObject([
      { name: '陈小禾', birthOn: '2017-05-20', sex: 'female', relation: 'mother' },
    ]);
    expect(await listChildren(ctxOf(father))).toEqual([]);
  });

  it('tells who enters the same child only how to be invited, never whose it is', async () => {
    const idNumber = childId();
    await addChild(ctxOf(mother), input({ idNumber }));
    const result = await addChild(ctxOf(father), input({ idNumber }));
    expect(result).toEqual({ ok: false, reason: 'not_checked' });
    const again = await addChild(ctxOf(mother), input({ idNumber }));
    expect(again).toMatchObject({ reason: 'already_yours' });
  });

  it('lets one of two win who enter the same child at once', async () => {
    const idNumber = childId();
    const results = await Promise.all(
      [mother, father].map((m) => addChild(ctxOf(m), input({ idNumber }))),
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(results.find((r) => !r.ok)).toMatchObject({ reason: 'not_checked' });
  });

  it('says at the field what is wrong', async () => {
    const wrong = async (more: Record<string, unknown>) => {
      const result = await addChild(ctxOf(mother), input(more));
      return result.ok ? {} : result.fieldErrors;
    };
    expect(await wrong({ idNumber: '450803201705200011' })).toHaveProperty('idNumber');
    expect(await wrong({ idNumber: childId('1990-01-01') })).toEqual({
      idNumber: '已满 18 周岁，请本人注册，不用加在家庭里',
    });
    expect(await wrong({ name: '陈🙂' })).toHaveProperty('name');
    const passport = { idType: 'passport', idNumber: 'E12345678' };
    expect(await wrong(passport)).toHaveProperty('birthOn');
    expect(await wrong({ ...passport, birthOn: '2030-01-01' })).toHaveProperty('birthOn');
    expect(await wrong({ ...passport, birthOn: '2018-02-03' })).toHaveProperty('sex');
  });

  it('is not for who is not signed in, and not without consent', async () => {
    await expect(addChild(as(anonymous), input())).rejects.toThrow(Forbidden);
    expect(addChildInput.safeParse({ ...input(), consent: undefined }).success).toBe(false);
  });

  it('stops probing after twenty tries a day', async () => {
    const ctx = ctxOf(mother);
    for (let i = 0; i < 20; i++) await addChild(ctx, input({ idNumber: 'x' }));
    expect(await addChild(ctx, input())).toMatchObject({ reason: 'too_many' });
  });
});

describe('the second guardian', () => {
  const invite = (child: string, phone = father.phone) =>
    inviteGuardian(ctxOf(mother), { childId: child, phone });
  const aFamily = () => arrange((tx) => aChild(tx, { guardians: [mother] }));

  it('is invited by phone, confirms with their own sign-in and then sees the child', async () => {
    const { childId: child } = await aFamily();
    expect(await invite(child)).toMatchObject({ ok: true });
    const [sms] = await sqlAsOwner()`select * from outbox`;
    expect(sms).toMatchObject({ phone_tail: father.phone.slice(-4) });
    const [invitation] = await listInvitations(ctxOf(father));
    expect(invitation).toMatchObject({ childMasked: '陈**', inviterMasked: '黄*' });
    const given = {
      invitationId: invitation?.id ?? '',
      relation: 'father',
      consent: 'yes',
    } as const;
    expect(await confirmGuardian(ctxOf(father), given)).toMatchObject({ ok: true });
    expect(await getChild(ctxOf(father), child)).toMatchObject({
      name: '陈小禾',
      relation: 'father',
    });
    const consents = await sqlAsOwner()`select account_id from consents`;
    expect(consents).toMatchObject([{ account_id: father.accountId }]);
    const [notified] = await sqlAsOwner()`select account_id from notices`;
    expect(notified?.account_id).toBe(mother.accountId);
    expect(await confirmGuardian(ctxOf(father), given)).toMatchObject({
      reason: 'invitation_over',
    });
  });

  it('cannot be confirmed by another phone, nor after it is taken back', async () => {
    const { childId: child } = await aFamily();
    await invite(child);
    const stranger = await arrange((tx) => anAccount(tx));
    expect(await listInvitations(ctxOf(stranger))).toEqual([]);
    const [invitation] = await listInvitations(ctxOf(father));
    const given = {
      invitationId: invitation?.id ?? '',
      relation: 'other',
      consent: 'yes',
    } as const;
    const wrong = await confirmGuardian(ctxOf(stranger), given);
    expect(wrong).toMatchObject({ reason: 'invitation_over' });
    expect(await endInvitation(ctxOf(mother), { invitationId: given.invitationId })).toMatchObject({
      ok: true,
    });
    const late = await confirmGuardian(ctxOf(father), given);
    expect(late).toMatchObject({ reason: 'invitation_over' });
    expect(await sqlAsOwner()`select 1 from consents`).toHaveLength(0);
  });

  it('is one: a third, oneself, and the same phone twice are refused', async () => {
    const { childId: child } = await aFamily();
    expect(await invite(child, mother.phone)).toMatchObject({ reason: 'own_phone' });
    expect(await invite(child, '12345')).toMatchObject({
      fieldErrors: { phone: expect.anything() },
    });
    await invite(child);
    expect(await invite(child)).toMatchObject({ reason: 'already_invited' });
    const full = await arrange((tx) => aChild(tx, { guardians: [mother, father] }));
    expect(await invite(full.childId, '13900009999')).toMatchObject({ reason: 'two_guardians' });
  });

  it('is invited only by a guardian', async () => {
    const { childId: child } = await aFamily();
    const ask = inviteGuardian(ctxOf(father), { childId: child, phone: '13900009999' });
    await expect(ask).rejects.toThrow(NotFound);
    await expect(endInvitation(ctxOf(father), { invitationId: newId() })).rejects.toThrow(NotFound);
  });
});

describe('changing and removing', () => {
  it('changes school and grade once for each version', async () => {
    const { childId: child } = await arrange((tx) => aChild(tx, { guardians: [mother, father] }));
    const given = { childId: child, version: 1, school: '江南一小', schoolEntryYear: 2023 };
    expect(await changeChild(ctxOf(mother), given)).toMatchObject({ ok: true });
    expect(await changeChild(ctxOf(father), given)).toMatchObject({ reason: 'stale' });
    const stranger = await arrange((tx) => anAccount(tx));
    await expect(changeChild(ctxOf(stranger), given)).rejects.toThrow(NotFound);
  });

  it('leaves the child to the other guardian, and removes it with the last', async () => {
    const { childId: child, idNumber } = await arrange((tx) =>
      aChild(tx, { guardians: [mother, father] }),
    );
    const first = await removeChild(ctxOf(mother), { childId: child });
    expect(first).toMatchObject({ ok: true, value: { removed: false } });
    expect(await listChildren(ctxOf(mother))).toEqual([]);
    await expect(removeChild(ctxOf(mother), { childId: child })).rejects.toThrow(NotFound);
    const last = await removeChild(ctxOf(father), { childId: child });
    expect(last).toMatchObject({ ok: true, value: { removed: true } });
    expect(await addChild(ctxOf(mother), input({ idNumber }))).toMatchObject({ ok: true });
  });
});
