import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { anOffering } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { addEmployer } from '@/features/organisations/commands/save-employer';
import { addEmployerInput } from '@/features/organisations/schema/employer';
import type { AccountActor } from '@/lib/actor';
import { addDays, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { deliverMessage } from '@/lib/messaging/deliver-message';
import { consoleSms } from '@/lib/messaging/sms/console';
import { setHoliday } from './commands/change-holidays';
import { saveSetting } from './commands/save-setting';
import { sendTestMessage } from './commands/send-test-message';
import { countStepsLeft, readInstallFacts } from './queries/install-facts';
import { findTestMessage } from './queries/test-message';
import { firstSteps } from './rules/first-steps';

let root: string;
let admin: AccountActor;
let organiser: AccountActor;

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    const made = await anOrganisation(tx, { kind: 'district_federation', name: '总工会' });
    root = made.id;
    admin = (await anOfficer(tx, 'system_admin', root)).actor;
  });
});

const done = async () =>
  firstSteps(await readInstallFacts(as(admin)), '镇街')
    .filter((step) => step.done)
    .map(({ id }) => id);

const send = async (actor: AccountActor) =>
  sendTestMessage(keyed(as(actor), newId(), { fields: ['id'] }), {});

async function deliver(provider = consoleSms) {
  const [row] = await sqlAsOwner()<{ id: string }[]>`
    select id from outbox where template = 'test_message' order by id desc limit 1`;
  return deliverMessage(row?.id ?? '', provider, true);
}

describe('the first steps of an empty installation', () => {
  it('tick themselves one by one as the screens they open are filled in', async () => {
    expect(await done()).toEqual([]);
    expect(await countStepsLeft(as(admin))).toBe(7);

    await saveSetting(as(admin), { key: 'portal.hotline', value: '0570-8812301' });
    expect(await done()).toEqual([]);
    await sqlAsOwner()`update organisations set name = '临溪县总工会' where id = ${root}`;
    expect(await done()).toEqual(['name']);

    await arrange(async (tx) => {
      const town = await anOrganisation(tx, { kind: 'town_federation', parentId: root });
      await anOrganisation(tx, { parentId: town.id });
      organiser = (await anOfficer(tx, 'organisation_officer', root)).actor;
    });
    expect(await done()).toEqual(['name', 'tree']);

    const employer = addEmployerInput.parse({ name: '临溪某食品有限公司' });
    expect((await addEmployer(as(organiser), employer)).ok).toBe(true);
    expect(await done()).toEqual(['name', 'tree', 'employers']);

    const year = Number(todayOn(new Date()).slice(0, 4));
    const dayOff = (on: string) => setHoliday(as(admin), { on, kind: 'off', name: '测试' });
    for (const day of ['01-01', '10-01']) await dayOff(`${year}-${day}`);
    // From November on the next year is asked for, too; earlier it does no harm.
    for (const day of ['01-01', '10-01']) await dayOff(`${year + 1}-${day}`);
    expect(await done()).toEqual(['name', 'tree', 'employers', 'holidays']);

    expect((await send(admin)).ok).toBe(true);
    expect(await done()).not.toContain('sms');
    expect(await deliver()).toBe('sent');
    expect(await done()).toEqual(['name', 'tree', 'employers', 'holidays', 'sms']);

    await arrange((tx) => anOfficer(tx, 'women_officer', root));
    expect(await done()).toContain('roles');
    await arrange((tx) => anOffering(tx, { organisationId: root, kind: 'childcare' }));
    expect(await countStepsLeft(as(admin))).toBe(0);
  });

  it('do not count what is over: a closed union, a role taken back, a draft, a holiday of another year', async () => {
    await arrange(async (tx) => {
      const closedAt = tx.now;
      await anOrganisation(tx, { kind: 'town_federation', parentId: root, closedAt });
      await anOrganisation(tx, { parentId: root, closedAt });
      await anOffering(tx, { organisationId: root, status: 'draft', publishedAt: null });
      await anOfficer(tx, 'women_officer', root);
      await anOfficer(tx, 'organisation_officer', root);
    });
    await sqlAsOwner()`update role_grants set revoked_at = now() where role <> 'system_admin'`;
    const next = addDays(`${todayOn(new Date()).slice(0, 4)}-12-31`, 1);
    await setHoliday(as(admin), { on: next, kind: 'off', name: '元旦' });
    expect(await done()).toEqual([]);
  });
});

describe('a test message', () => {
  it('goes to the phone of whoever asks, once for one click, and stands in the ledger', async () => {
    const ctx = keyed(as(admin), newId(), { fields: ['id'] });
    await sendTestMessage(ctx, {});
    await sendTestMessage(ctx, {});
    const rows = await sqlAsOwner()`
      select account_id, phone_sealed, urgent from outbox where template = 'test_message'`;
    expect(rows).toEqual([{ account_id: admin.accountId, phone_sealed: null, urgent: true }]);
    const [line] = await sqlAsOwner()`
      select count(*)::int as n from audit_entries where action = 'send_test_message'`;
    expect(line?.n).toBe(1);
  });

  it('says afterwards whether the carrier took it, and why not', async () => {
    expect(await findTestMessage(as(admin))).toBeNull();
    await send(admin);
    expect(await findTestMessage(as(admin))).toMatchObject({ status: 'waiting' });
    const code = 'isv.SMS_SIGNATURE_ILLEGAL';
    await deliver({ name: 'refusing', send: async () => ({ ok: false, retryable: false, code }) });
    expect(await findTestMessage(as(admin))).toMatchObject({ status: 'failed', lastError: code });
    const other = await arrange((tx) => anOfficer(tx, 'system_admin', root));
    expect(await findTestMessage(as(other.actor))).toBeNull();
  });

  it('is refused beyond five in an hour, and to who does not configure the portal', async () => {
    for (let n = 0; n < 5; n++) expect((await send(admin)).ok).toBe(true);
    expect(await send(admin)).toMatchObject({ ok: false, reason: 'too_often' });
    const { actor } = await arrange((tx) => anOfficer(tx, 'viewer', root));
    await expect(send(actor)).rejects.toThrow('not allowed');
  });
});
