import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer, aPhone, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary } from '@/db/factories/membership';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { approveApplication } from '@/features/review/commands/approve-application';
import { phoneTicket } from '@/lib/auth/phone-ticket';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { Forbidden } from '@/lib/errors';
import { outboxBody } from '@/lib/messaging/outbox';
import { enterAtCounter } from './enter-at-counter';
import { sendCounterCode } from './send-counter-code';

let tree: Tree;
let officer: Awaited<ReturnType<typeof anOfficer>>;
let phone: string;
const sql = () => sqlAsOwner();
const at = (actor: typeof officer.actor): Ctx => ({
  ...as(actor),
  client: { browser: 'counter-1', address: '203.0.113.7', device: '测试' },
});

async function codeSent(): Promise<string> {
  const [row] = await sql()`select id, body_sealed from outbox order by created_at desc limit 1`;
  const body = openField(row?.body_sealed, outboxBody(row?.id));
  return /\d{6}/.exec(body)?.[0] ?? '';
}

const form = (ctx: Ctx, code: string) => ({
  to: phoneTicket(ctx, phone),
  code,
  name: '覃冬青',
  idType: 'resident_id' as const,
  idNumber: aResidentId({ birthOn: '1979-03-02' }),
  birthOn: null,
  sex: null,
  occupation: 'courier',
  organisationId: tree.union.id,
  employerName: null,
  pledge: 'yes' as const,
  idConsent: 'yes' as const,
});

beforeEach(async () => {
  await resetDb();
  phone = aPhone();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    await aDictionary(tx);
    officer = await anOfficer(tx, 'union_admin', tree.union.id);
  });
});

describe('代办 at the counter', () => {
  it('puts the worker on the desk with both on record, and a colleague decides', async () => {
    const ctx = at(officer.actor);
    expect(await sendCounterCode(ctx, { phone })).toMatchObject({ ok: true });
    const done = await enterAtCounter(ctx, form(ctx, await codeSent()));
    expect(done).toMatchObject({ ok: true, value: { number: expect.stringMatching(/^RH/) } });
    const [row] = await sql()`select * from membership_applications`;
    expect(row).toMatchObject({
      status: 'submitted',
      channel: 'counter',
      entered_by: officer.accountId,
      desk_id: tree.union.id,
    });
    expect(await sql()`select purpose from consents order by purpose`).toHaveLength(2);
    const [entry] = await sql()`select * from audit_entries where action = 'enter_at_counter'`;
    expect(entry).toMatchObject({
      actor_account_id: officer.accountId,
      organisation_id: tree.union.id,
    });
    expect(await sql()`select 1 from outbox where dedupe_key like '%submitted'`).toHaveLength(1);
    const decision = { applicationId: row?.id, version: row?.version };
    expect(await approveApplication(ctx, decision)).toMatchObject({ reason: 'entered_by_you' });
    const colleague = await arrange((tx) => anOfficer(tx, 'union_admin', tree.union.id));
    expect(await approveApplication(as(colleague.actor), decision)).toMatchObject({ ok: true });
  });

  it('does nothing on a wrong or a used code, and keeps the wrong guess counted', async () => {
    const ctx = at(officer.actor);
    await sendCounterCode(ctx, { phone });
    const code = await codeSent();
    const wrong = code === '000000' ? '000001' : '000000';
    expect(await enterAtCounter(ctx, form(ctx, wrong))).toMatchObject({ reason: 'code_wrong' });
    expect(await sql()`select 1 from membership_applications`).toHaveLength(0);
    expect(await enterAtCounter(ctx, form(ctx, code))).toMatchObject({ ok: true });
    expect(await enterAtCounter(ctx, form(ctx, code))).toMatchObject({ reason: 'code_used' });
  });

  it('is open only to officers, and only for unions in their scope', async () => {
    const viewer = await arrange((tx) => anOfficer(tx, 'viewer', tree.district.id));
    await expect(sendCounterCode(at(viewer.actor), { phone })).rejects.toThrow(Forbidden);
    const ctx = at(officer.actor);
    await sendCounterCode(ctx, { phone });
    const elsewhere = { ...form(ctx, await codeSent()), organisationId: tree.otherUnion.id };
    await expect(enterAtCounter(ctx, elsewhere)).rejects.toThrow(Forbidden);
    expect(await sql()`select 1 from membership_applications`).toHaveLength(0);
  });
});
