import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, anOfficer, aSignedInSession } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { officerActor } from '@/lib/auth/officer-actor';
import { sessionTable } from '@/lib/auth/session-table';
import { makeCtx } from '@/lib/ctx';
import { addDays, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { endDeputy, nameDeputy } from './commands/name-deputy';
import { listColleagues, readOwnDeputies } from './queries/deputies';
import { isOwnCase } from './queries/own-case';

type Officer = Awaited<ReturnType<typeof anOfficer>>;

/** As the session of somebody who gave the second factor a minute ago. */
const sure = ({ actor }: Officer) => as({ ...actor, steppedUpAt: new Date() });

async function scene() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = (role: Parameters<typeof anOfficer>[1], at: string, displayName: string) =>
      anOfficer(tx, role, at, { displayName });
    return {
      tree,
      today: todayOn(tx.now),
      away: await officer('town_admin', tree.town.id, '谢永福'),
      deputy: await officer('union_admin', tree.union.id, '莫振华'),
      third: await officer('union_admin', tree.union.id, '林向晚'),
      stranger: await officer('union_admin', tree.otherUnion.id, '韦知非'),
      admin: await officer('system_admin', tree.town.id, '周管理'),
      late: await aSubmittedApplication(tx, { organisationId: tree.town.id }),
    };
  });
}

type Scene = Awaited<ReturnType<typeof scene>>;
const days = ({ today }: Scene, from = 0, to = 3) => ({
  startsOn: addDays(today, from),
  endsOn: addDays(today, to),
});
const name = (h: Scene, from: Officer, to: Officer, when = days(h)) =>
  nameDeputy(sure(from), { deputyId: to.accountId, reason: '年休假', ...when });

async function grantsOf({ accountId }: Officer) {
  const { token } = await arrange((tx) =>
    aSignedInSession(tx, accountId, { assurance: 'totp', mode: 'staff' }),
  );
  const found = await sessionTable.decode({ token });
  return found?.actor.grants ?? [];
}

beforeEach(resetDb);

describe('a deputy', () => {
  it('has the roles of who is away at the next request, and is told', async () => {
    const h = await scene();
    expect(await name(h, h.away, h.deputy)).toMatchObject({ ok: true });
    expect(await grantsOf(h.deputy)).toEqual([
      { role: 'union_admin', organisationId: h.tree.union.id },
      { role: 'town_admin', organisationId: h.tree.town.id, actsFor: '谢永福' },
    ]);
    const notices =
      await sqlAsOwner()`select title from notices where account_id = ${h.deputy.accountId}`;
    expect(notices).toEqual([{ title: '请您代谢永福办理' }]);
    const own = await readOwnDeputies(as(h.away.actor));
    expect(own.lent.map((one) => one.deputy)).toEqual(['莫振华']);
  });

  it('has none before the first day, none after the last, and none once the role itself is taken away', async () => {
    const h = await scene();
    await name(h, h.away, h.deputy, days(h, 1, 3));
    expect(await grantsOf(h.deputy)).toHaveLength(1);
    const shift = (first: string, last: string) =>
      sqlAsOwner()`update deputies set starts_on = ${first}, ends_on = ${last}`;
    await shift(addDays(h.today, -3), h.today);
    expect(await grantsOf(h.deputy)).toHaveLength(2);
    await shift(addDays(h.today, -3), addDays(h.today, -1));
    expect(await grantsOf(h.deputy)).toHaveLength(1);
    await shift(h.today, h.today);
    await sqlAsOwner()`update role_grants set revoked_at = now() where account_id = ${h.away.accountId}`;
    expect(await grantsOf(h.deputy)).toHaveLength(1);
  });

  it('is ended before its time by who lent the role, and by nobody else', async () => {
    const h = await scene();
    const made = await name(h, h.away, h.deputy);
    const deputyshipId = made.ok ? made.value.deputyshipId : '';
    await expect(endDeputy(sure(h.deputy), { deputyshipId })).rejects.toThrow(NotFound);
    expect(await endDeputy(sure(h.away), { deputyshipId })).toMatchObject({ ok: true });
    expect(await grantsOf(h.deputy)).toHaveLength(1);
    await expect(endDeputy(sure(h.away), { deputyshipId })).rejects.toThrow(NotFound);
  });

  it('of a deputy is refused, from either side, and never gets a role that was only lent', async () => {
    const h = await scene();
    await name(h, h.away, h.deputy);
    expect(await name(h, h.deputy, h.third)).toMatchObject({
      reason: 'acts_for',
      detail: { name: '谢永福' },
    });
    expect(await name(h, h.third, h.away)).toMatchObject({
      reason: 'deputy_away',
      detail: { name: '莫振华' },
    });
    expect(await name(h, h.away, h.third)).toMatchObject({ reason: 'has_deputy' });
    // Even a row that no form makes hands on nothing.
    await sqlAsOwner()`insert into deputies (id, officer_id, deputy_id, starts_on, ends_on, reason)
      values (gen_random_uuid(), ${h.deputy.accountId}, ${h.third.accountId}, ${h.today}, ${h.today}, '测试')`;
    const lent = (await grantsOf(h.third)).filter((grant) => grant.role === 'town_admin');
    expect(lent).toEqual([]);
  });

  it('for other days is somebody else', async () => {
    const h = await scene();
    await name(h, h.away, h.deputy, days(h, 0, 3));
    expect(await name(h, h.away, h.third, days(h, 4, 6))).toMatchObject({ ok: true });
  });

  it('is a colleague near by: no stranger, no system administrator', async () => {
    const h = await scene();
    const colleagues = await listColleagues(as(h.away.actor));
    expect(colleagues.map((one) => one.name).sort()).toEqual(['林向晚', '莫振华'].sort());
    for (const other of [h.stranger, h.admin]) {
      expect(await name(h, h.away, other)).toMatchObject({ reason: 'not_colleague' });
    }
  });

  it('is asked for with a fresh second factor, and not by who only acts for another', async () => {
    const h = await scene();
    const input = { deputyId: h.deputy.accountId, reason: '年休假', ...days(h) };
    expect(await nameDeputy(as(h.away.actor), input)).toMatchObject({ reason: 'step_up' });
    const lent = h.away.actor.grants.map((grant) => ({ ...grant, actsFor: '某某' }));
    const borrowed = { ...h.away, actor: { ...h.away.actor, grants: lent } };
    await expect(name(h, borrowed, h.deputy)).rejects.toThrow('not allowed');
  });

  it('stands in the ledger with who lent the role, and alone where the own role is enough', async () => {
    const h = await scene();
    await name(h, h.away, h.deputy);
    const actor = await officerActor(
      makeCtx(h.deputy.actor),
      h.deputy.accountId,
      h.deputy.accountId,
    );
    const { recordAudit } = await import('@/lib/audit');
    const { transaction } = await import('@/lib/transaction');
    await transaction(as(actor), async (tx) => {
      for (const organisationId of [h.tree.town.id, h.tree.union.id, h.tree.otherUnion.id]) {
        await recordAudit(tx, {
          action: 'open_application',
          entityType: 'membership_application',
          entityId: h.late.id,
          organisationId,
        });
      }
    });
    const lines = await sqlAsOwner()`select actor_label as label from audit_entries
      where action = 'open_application' order by id`;
    expect(lines.map((line) => line.label)).toEqual([
      '莫振华（代谢永福）',
      '莫振华（代谢永福）',
      '莫振华',
    ]);
  });

  it('decides nothing of whom they act for, nor of that family, by any role', async () => {
    const h = await scene();
    const spouse = await arrange(async (tx) => {
      const made = await anAccount(tx);
      await aChild(tx, { guardians: [h.away, made] });
      return made;
    });
    const own = (who: Officer, accountId: string) =>
      read(as(who.actor), (tx) => isOwnCase(tx, { accountId }));
    expect(await own(h.deputy, h.away.accountId)).toBe(false);
    await name(h, h.away, h.deputy);
    expect(await own(h.deputy, h.away.accountId)).toBe(true);
    expect(await own(h.deputy, spouse.accountId)).toBe(true);
    expect(await own(h.deputy, h.third.accountId)).toBe(false);
    expect(await own(h.away, h.deputy.accountId)).toBe(false);
    await sqlAsOwner()`update deputies set ended_at = now()`;
    expect(await own(h.deputy, h.away.accountId)).toBe(false);
  });
});
