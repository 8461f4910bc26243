import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { rejectApplication } from '@/features/review/commands/reject-application';
import { makeCtx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { listReasonGroups, readSentences } from '../queries/reasons';
import { listSavedFilters } from '../queries/saved-filters';
import { readWeekly } from '../queries/weekly';
import { firstSentences } from '../rules/reasons';
import { weekOf } from '../rules/week';
import { saveReasonsInput } from '../schema/reasons';
import { saveReasons } from './save-reasons';
import { removeFilter, saveFilter } from './saved-filters';
import { sendWeekly } from './send-weekly';
import { urgeDesk } from './urge-desk';

type Officer = Awaited<ReturnType<typeof anOfficer>>;

async function scene() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = (role: Parameters<typeof anOfficer>[1], at: string, displayName: string) =>
      anOfficer(tx, role, at, { displayName });
    const late = { organisationId: tree.union.id, after: { dueOn: '2020-01-06' } };
    return {
      tree,
      today: todayOn(tx.now),
      unit: await officer('union_admin', tree.union.id, '林向晚'),
      town: await officer('town_admin', tree.town.id, '谢永福'),
      otherTown: await officer('town_admin', tree.otherTown.id, '韦知非'),
      district: await officer('organisation_officer', tree.district.id, '莫振华'),
      viewer: await officer('viewer', tree.district.id, '周念安'),
      late: await aSubmittedApplication(tx, late),
      fine: await aSubmittedApplication(tx, { organisationId: tree.union.id }),
    };
  });
}

beforeEach(resetDb);

describe('ready sentences', () => {
  const save = (officer: Officer, text: string) =>
    saveReasons(
      as(officer.actor),
      saveReasonsInput.parse({ caseKind: 'applications', decision: 'refuse', text }),
    );

  it('are the first ones until the federation writes its own, and again when it deletes them', async () => {
    const h = await scene();
    const read = async () => (await readSentences(as(h.unit.actor), 'applications')).reject;
    expect(await read()).toEqual(firstSentences.applications.reject);
    await save(h.district, '请到县总工会办理\n材料不全');
    expect(await read()).toEqual(['请到县总工会办理', '材料不全']);
    await save(h.district, '');
    expect(await read()).toEqual(firstSentences.applications.reject);
    const [last] = await sqlAsOwner()`select before from audit_entries
      where action = 'save_reasons' order by id desc limit 1`;
    expect(last?.before).toEqual({ reasons: ['请到县总工会办理', '材料不全'] });
  });

  it('are changed by the federation’s officers only', async () => {
    const h = await scene();
    await expect(save(h.town, '别的')).rejects.toThrow('not allowed');
    await expect(save(h.viewer, '别的')).rejects.toThrow('not allowed');
  });

  it('are counted as often as a decision said them', async () => {
    const h = await scene();
    await save(h.district, '材料不全\n没有用过');
    const input = {
      applicationId: h.fine.id,
      version: h.fine.version,
      reason: '材料不全；请补照片',
    };
    await rejectApplication(as(h.unit.actor), input);
    const groups = await listReasonGroups(as(h.district.actor));
    const refusals = groups.find((g) => g.kind === 'applications' && g.decision === 'refuse');
    expect(refusals?.reasons).toEqual([
      { text: '材料不全', n: 1 },
      { text: '没有用过', n: 0 },
    ]);
  });

  it.each([
    ['一\n二\n三\n四\n五\n六\n七', '最多 6 条，请删去不常用的'],
    ['长'.repeat(201), '每条最多 200 字，请缩短'],
  ])('are refused when they are too many or too long', (text, words) => {
    const sent = { caseKind: 'applications', decision: 'refuse', text };
    expect(saveReasonsInput.safeParse(sent).error?.issues[0]?.message).toBe(words);
  });
});

describe('a saved filter', () => {
  const save = (officer: Officer, name: string, back: string, shareWith = '') =>
    saveFilter(as(officer.actor), { name, back, shareWith });
  const namesOf = async (officer: Officer) =>
    (await listSavedFilters(as(officer.actor))).map(({ name, own, shared }) => [name, own, shared]);

  it('is one’s own, or the organisation’s; nobody else sees it', async () => {
    const h = await scene();
    const colleague = await arrange((tx) => anOfficer(tx, 'town_admin', h.tree.town.id));
    await save(h.town, '超期', 'overdue=1');
    await save(h.town, '培训', 'kind=training', h.tree.town.id);
    expect(await namesOf(h.town)).toEqual([
      ['培训', true, expect.any(String)],
      ['超期', true, null],
    ]);
    expect(await namesOf(colleague)).toEqual([['培训', false, expect.any(String)]]);
    expect(await namesOf(h.otherTown)).toEqual([]);
    expect(await namesOf(h.district)).toEqual([]);
  });

  it('keeps no words that were searched for, and is nothing for the whole list', async () => {
    const h = await scene();
    await save(h.town, '找人', 'overdue=1&q=~sealed');
    const [row] = await sqlAsOwner()`select query from saved_filters`;
    expect(row?.query).toBe('overdue=1');
    expect(await save(h.town, '全部', 'q=~sealed')).toMatchObject({ reason: 'nothing_to_save' });
  });

  it('is refused twice under a name, beyond the setting, and for another’s organisation', async () => {
    const h = await scene();
    await save(h.town, '超期', 'overdue=1');
    expect(await save(h.town, '超期', 'kind=training')).toMatchObject({ reason: 'name_taken' });
    expect(await save(h.town, '别家', 'overdue=1', h.tree.otherTown.id)).toMatchObject({
      reason: 'not_your_place',
    });
    await sqlAsOwner()`insert into settings (key, value) values ('desk.filters_most', '1')`;
    expect(await save(h.town, '再一个', 'kind=training')).toMatchObject({
      reason: 'too_many_filters',
    });
  });

  it('is taken away by who saved it only', async () => {
    const h = await scene();
    const colleague = await arrange((tx) => anOfficer(tx, 'town_admin', h.tree.town.id));
    const made = await save(h.town, '培训', 'kind=training', h.tree.town.id);
    const filterId = made.ok ? made.value.filterId : '';
    await expect(removeFilter(as(colleague.actor), { filterId })).rejects.toThrow(NotFound);
    await removeFilter(as(h.town.actor), { filterId });
    expect(await namesOf(colleague)).toEqual([]);
  });
});

describe('the week by town', () => {
  it('counts what arrived, and what waits and is late now, in the officer’s unions', async () => {
    const h = await scene();
    const weekly = await readWeekly(as(h.district.actor), weekOf(h.today));
    expect(weekly.towns).toMatchObject([{ arrived: 2, decided: 0, waiting: 2, overdue: 1 }]);
    expect(weekly.late).toMatchObject([
      { id: h.tree.union.id, waiting: 2, overdue: 1, counts: { membership: 1 }, urgedOn: null },
    ]);
    const before = await readWeekly(as(h.district.actor), weekOf(addDays(h.today, -7)));
    expect(before.towns).toMatchObject([{ arrived: 0, waiting: 2 }]);
    expect((await readWeekly(as(h.otherTown.actor), weekOf(h.today))).towns).toEqual([]);
    expect((await readWeekly(as(h.unit.actor), weekOf(h.today))).late).toEqual([]);
    await expect(readWeekly(as(h.viewer.actor), weekOf(h.today))).rejects.toThrow('not allowed');
  });

  it('is told on Monday to who answers for several unions, once, and not where nothing happened', async () => {
    const h = await scene();
    const send = () => sendWeekly(makeCtx({ kind: 'system', label: '系统' }));
    expect(await send()).toBe(2);
    await send();
    const told = await sqlAsOwner()`select account_id as id from notices
      where title = '上周入会办理情况' order by created_at, id`;
    expect(told.map(({ id }) => id).sort()).toEqual(
      [h.town.accountId, h.district.accountId].sort(),
    );
  });
});

describe('urging a desk', () => {
  const urge = (officer: Officer, organisationId: string) =>
    urgeDesk(as(officer.actor), { organisationId });

  it('tells its officers once a day, whoever asks', async () => {
    const h = await scene();
    expect(await urge(h.town, h.tree.union.id)).toMatchObject({ value: { overdue: 1 } });
    expect(await urge(h.district, h.tree.union.id)).toMatchObject({ reason: 'urged_today' });
    const told =
      await sqlAsOwner()`select account_id as id from notices where title like '上级催办%'`;
    expect(told).toEqual([{ id: h.unit.accountId }]);
    await sqlAsOwner()`update desk_urges set "on" = "on" - 1`;
    expect((await readWeekly(as(h.town.actor), weekOf(h.today))).late[0]?.urgedOn).toBe(
      addDays(h.today, -1),
    );
  });

  it('counts everything late at that desk, says what, and asks those who answer for it', async () => {
    const h = await scene();
    await sqlAsOwner()`update membership_applications set due_on = '2999-01-06'`;
    const late = async () => (await readWeekly(as(h.town.actor), weekOf(h.today))).late;
    const trainer = await arrange((tx) => anOfficer(tx, 'economy_officer', h.tree.union.id));
    const pending = (kind: 'training' | 'screening') =>
      arrange(async (tx) => {
        const offering = await anOffering(tx, { organisationId: h.tree.union.id, kind });
        const session = await aSession(tx, { offeringId: offering.id });
        const member = await aMember(tx, { organisationId: h.tree.union.id });
        const made = await aBooking(tx, { member, session, organisationId: h.tree.union.id });
        await tx.db
          .update(bookings)
          .set({ status: 'pending', dueOn: '2020-01-06' })
          .where(eq(bookings.id, made.id));
        return member;
      });
    const asker = await pending('training');
    const asks = (kind: 'move' | 'leave', createdAt: string) =>
      sqlAsOwner()`insert into transfer_requests
        (id, number, account_id, person_id, kind, organisation_id, created_at) values (gen_random_uuid(),
        ${`ZH-${kind}`}, ${asker.accountId}, ${asker.personId}, ${kind}, ${h.tree.union.id}, ${createdAt})`;
    await asks('move', '2020-01-06T01:00:00Z');
    await asks('leave', new Date().toISOString());
    expect(await late()).toMatchObject([
      {
        ...{ id: h.tree.union.id, waiting: 5, overdue: 2, counts: { training: 1, transfer: 1 } },
        oldestOn: '2020-01-06',
      },
    ]);
    expect(await urge(h.town, h.tree.union.id)).toMatchObject({ value: { overdue: 2 } });
    const told = await sqlAsOwner()`select account_id as id, title, body, link from notices
      where title like '上级催办%'`;
    expect(told.map(({ id }) => id).sort()).toEqual([h.unit.accountId, trainer.accountId].sort());
    expect(told[0]).toMatchObject({
      title: '上级催办：2 件已超期',
      body: expect.stringContaining('超期的有技能培训报名 1 件、转会、退会等登记 1 件。'),
      link: '/desk?overdue=1',
    });
    await sqlAsOwner()`delete from desk_urges`;
    await sqlAsOwner()`update bookings set status = 'booked', due_on = null`;
    await sqlAsOwner()`update transfer_requests set status = 'closed'`;
    await pending('screening');
    expect(await late()).toMatchObject([{ overdue: 1, counts: { screening: 1 } }]);
    expect(await urge(h.town, h.tree.union.id)).toMatchObject({ reason: 'no_officer' });
  });

  it('is refused where nothing is late, or nobody is there', async () => {
    const h = await scene();
    await sqlAsOwner()`update role_grants set revoked_at = now() where account_id = ${h.unit.accountId}`;
    expect(await urge(h.town, h.tree.union.id)).toMatchObject({ reason: 'no_officer' });
    await sqlAsOwner()`update membership_applications set due_on = '2999-01-06'`;
    expect(await urge(h.town, h.tree.union.id)).toMatchObject({ reason: 'nothing_late' });
  });

  it('is for who stands above it', async () => {
    const h = await scene();
    await expect(urge(h.unit, h.tree.union.id)).rejects.toThrow('not allowed');
    await expect(urge(h.otherTown, h.tree.union.id)).rejects.toThrow();
    await expect(urge(h.viewer, h.tree.union.id)).rejects.toThrow('not allowed');
  });
});
