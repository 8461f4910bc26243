import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { anEmployer, aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { cardCode, checkCard, findMyCard } from '@/features/members/queries/my-card';
import { findEmployers } from '@/features/organisations/queries/find-employers';
import { anonymous } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { getJoining } from './joining';
import { getMyCase, listMyCases } from './my-cases';

beforeEach(resetDb);

const submitted = () =>
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
      submittedAt: new Date('2026-11-24T02:00:00Z'),
      dueOn: '2026-12-01',
    });
    return { tree, account, application, me: as(actorOf(account)) };
  });

describe('where joining stands', () => {
  it('is filling, submitted or member', async () => {
    const { me, tree, application } = await submitted();
    expect(await getJoining(me)).toEqual({
      kind: 'submitted',
      id: application.id,
      number: 'RH26-1124-0001',
    });
    const fresh = await arrange((tx) => anAccount(tx));
    expect(await getJoining(as(actorOf(fresh)))).toEqual({ kind: 'filling', form: null });
    const member = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    expect(await getJoining(as(actorOf(member)))).toEqual({ kind: 'member' });
    await expect(getJoining(as(anonymous))).rejects.toThrow(Forbidden);
  });

  it('keeps the number’s index and seal to itself', async () => {
    const account = await arrange(async (tx) => {
      const tree = await aTree(tx);
      const idNumber = aResidentId();
      await aMember(tx, { organisationId: tree.otherUnion.id, idNumber, name: '谢别人' });
      const made = await anAccount(tx);
      await anApplication(tx, { account: made, idNumber, organisationId: tree.union.id });
      return made;
    });
    const joining = await getJoining(as(actorOf(account)));
    expect(joining).toMatchObject({ kind: 'filling', form: { status: 'draft' } });
    const shown = JSON.stringify(joining);
    for (const secret of ['idIndex', 'idSealed', '谢别人', '乙厂'])
      expect(shown).not.toContain(secret);
  });
});

describe('the worker’s own cases', () => {
  it('are shown to their owner alone', async () => {
    const { me, application } = await submitted();
    expect(await getMyCase(me, application.id)).toMatchObject({
      deskName: '甲厂工会',
      occupationName: '快递员',
      workdays: 5,
    });
    expect(await listMyCases(me)).toHaveLength(1);
    const other = as(actorOf(await arrange((tx) => anAccount(tx))));
    await expect(getMyCase(other, application.id)).rejects.toThrow(NotFound);
    await expect(getMyCase(me, 'no-id')).rejects.toThrow(NotFound);
    expect(await listMyCases(other)).toEqual([]);
  });
});

describe('the member card', () => {
  const member = async () => {
    const made = await arrange(async (tx) => {
      const tree = await aTree(tx);
      return aMember(tx, { organisationId: tree.union.id, name: '欧阳小满' });
    });
    return { made, me: as(actorOf(made)) };
  };
  const tokenAt = (membershipId: string, now: Date) =>
    cardCode(membershipId, now).path.replace('/v/', '');

  it('is the member’s own', async () => {
    const { me, made } = await member();
    expect(await findMyCard(me)).toMatchObject({ memberNo: made.memberNo, name: '欧阳小满' });
    expect(await findMyCard(as(anonymous))).toBeNull();
  });

  it('says to anyone who scans it: valid, masked name, union', async () => {
    const { made } = await member();
    const checked = await checkCard(as(anonymous), tokenAt(made.membershipId, new Date()));
    expect(checked).toMatchObject({ valid: true, name: '欧阳**', unionName: '甲厂工会' });
  });

  it('is worth nothing expired, forged, or after leaving', async () => {
    const { made } = await member();
    const old = tokenAt(made.membershipId, new Date(Date.now() - 180_000));
    expect(await checkCard(as(anonymous), old)).toEqual({ valid: false, reason: 'expired' });
    const good = tokenAt(made.membershipId, new Date());
    const forged = `${good.slice(0, -2)}${good.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(await checkCard(as(anonymous), forged)).toEqual({ valid: false, reason: 'forged' });
    expect(await checkCard(as(anonymous), 'x')).toEqual({ valid: false, reason: 'forged' });
    await sqlAsOwner()`update memberships set status = 'left'`;
    expect(await checkCard(as(anonymous), good)).toEqual({ valid: false, reason: 'ended' });
  });
});

describe('finding an employer', () => {
  it.each([
    ['羽绒', 1],
    ['nuanyu', 1],
    ['qxnyyr', 1],
    ['91450803MA5KXXXX0B', 1],
    ['９１450803ma5kxxxx0b', 1],
    ['羽', 0],
    ['%%%', 0],
    ['__', 0],
    ['不存在', 0],
  ])('by %s: %i', async (query, count) => {
    await arrange((tx) =>
      anEmployer(tx, {
        name: '桥圩暖羽羽绒有限公司',
        pinyin: 'qiao xu nuan yu yu rong you xian gong si',
        initials: 'qxnyyryxgs',
        uscc: '91450803MA5KXXXX0B',
      }),
    );
    expect(await findEmployers(as(anonymous), query)).toHaveLength(count);
  });
});
