import { describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { getDeskApplication } from '../queries/desk-application';
import { approveApplication } from './approve-application';
import { recordJoinings } from './record-joinings';

const sql = () => sqlAsOwner();

/** Approves an applicant of the 网上会员之家 who has written this unit, with the setting on or off. */
async function approvedWith(unit: string | null, setting: '0' | '1') {
  await resetDb();
  const { officer, application } = await arrange(async (tx) => {
    const tree = await aTree(tx);
    return {
      officer: await anOfficer(tx, 'union_admin', tree.home.id),
      application: await aSubmittedApplication(tx, { organisationId: tree.home.id }),
    };
  });
  await sql()`update membership_applications
    set route = 'town', employer_id = null, employer_name = ${unit} where id = ${application.id}`;
  await sql()`insert into settings (key, value)
    values ('membership.provisional_members', ${setting}::text::jsonb)`;
  const { id: applicationId, version } = application;
  const before = await getDeskApplication(as(officer.actor), applicationId);
  const done = await approveApplication(as(officer.actor), { applicationId, version });
  expect(done).toMatchObject({ ok: true });
  await sql()`update membership_applications set decided_at = decided_at - interval '20 seconds'`;
  await recordJoinings(as(officer.actor));
  const [row] = await sql()`select m.status, m.employer_name, c.type, c.provisional
    from memberships m join membership_changes c on c.membership_id = m.id`;
  const after = await getDeskApplication(as(officer.actor), applicationId);
  const words = before.checks.filter(({ text }) => text.includes('预备会员')).length;
  return { ...row, said: [before.beginsProvisional, words, after.beginsProvisional] };
}

describe('approving into a 网上会员之家', () => {
  it('makes 预备 of who names a unit without a union, where the setting asks for it, and the desk is told before', async () => {
    expect(await approvedWith('小铺', '1')).toEqual({
      ...{ status: 'provisional', employer_name: '小铺', type: 'joined', provisional: true },
      said: [true, 1, false],
    });
  });

  it('makes 正式 of who has no unit, and of everybody while the setting is off', async () => {
    const regular = {
      status: 'regular',
      type: 'joined',
      provisional: false,
      said: [false, 0, false],
    };
    expect(await approvedWith(null, '1')).toMatchObject(regular);
    expect(await approvedWith('小铺', '0')).toMatchObject(regular);
  });
});
