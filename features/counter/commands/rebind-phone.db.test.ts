import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { outboxBody } from '@/lib/messaging/outbox';
import { rebindPhone } from './rebind-phone';
import { sendRebindCode } from './send-counter-code';

const phone = '13900006001';
const idNumber = '450803199003070029';

beforeEach(resetDb);

async function scene() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = await aMember(tx, { organisationId: tree.union.id, name: '黄秀英', idNumber });
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const chair = await anOfficer(tx, 'union_admin', tree.union.id);
    return { tree, member, officer, chair };
  });
}
type Scene = Awaited<ReturnType<typeof scene>>;

const atDesk = (made: Scene['officer'], steppedUpAt: Date | null = new Date()): Ctx => ({
  ...as({ ...made.actor, steppedUpAt }),
  client: { browser: 'counter', address: '10.0.0.5', device: 'Edge' },
});

async function lastCode(): Promise<string> {
  const [row] = await sqlAsOwner()<{ id: string; body_sealed: string }[]>`
    select id, body_sealed from outbox where template = 'login_code' order by created_at desc limit 1`;
  return JSON.parse(openField(row?.body_sealed ?? '', outboxBody(row?.id ?? ''))).params.code;
}

async function rebind(ctx: Ctx, personId: string, typed = idNumber) {
  const sent = await sendRebindCode(ctx, { personId, phone });
  if (!sent.ok) throw new Error(sent.reason);
  const { to } = sent.value;
  return rebindPhone(ctx, { personId, to, code: await lastCode(), idNumber: typed });
}

const tailOf = async (accountId: string) => {
  const [row] = await sqlAsOwner()<{ tail: string; released: boolean }[]>`
    select phone_tail as tail, phone_released_at is not null as released from accounts where id = ${accountId}`;
  return row;
};

describe('a member at the counter with document and new phone', () => {
  it('gets the new number, also after the old one went to somebody else', async () => {
    const { member, officer } = await scene();
    await sqlAsOwner()`update accounts set phone_index = 'released:x', phone_tail = '',
      phone_released_at = now() where id = ${member.accountId}`;
    expect((await rebind(atDesk(officer), member.personId)).ok).toBe(true);
    expect(await tailOf(member.accountId)).toEqual({ tail: '6001', released: false });
    const notified =
      await sqlAsOwner()`select 1 from notices where account_id = ${member.accountId}`;
    expect(notified).toHaveLength(1);
    const [line] =
      await sqlAsOwner()`select after from audit_entries where action = 'rebind_phone'`;
    expect(JSON.stringify(line)).not.toContain(phone);
  });

  it('is refused with another document, and nothing is moved', async () => {
    const { member, officer } = await scene();
    const before = await tailOf(member.accountId);
    const other = await rebind(atDesk(officer), member.personId, '450803199003070037');
    expect(other).toMatchObject({ reason: 'wrong_document' });
    expect(await tailOf(member.accountId)).toEqual(before);
  });

  it('is refused where somebody uses the number', async () => {
    const { member, officer } = await scene();
    const other = await arrange((tx) => anAccount(tx, { phone }));
    await sqlAsOwner()`update people set name = '李明' where account_id = ${other.accountId}`;
    expect(await rebind(atDesk(officer), member.personId)).toMatchObject({ reason: 'phone_taken' });
  });

  it('needs the officer’s second factor, and a town that the member belongs to', async () => {
    const { tree, member, officer, chair } = await scene();
    expect(await rebind(atDesk(officer, null), member.personId)).toMatchObject({
      reason: 'step_up',
    });
    await sqlAsOwner()`truncate rate_limits`;
    await expect(rebind(atDesk(chair), member.personId)).rejects.toThrow(Forbidden);
    const elsewhere = await arrange((tx) => anOfficer(tx, 'town_admin', tree.otherTown.id));
    await expect(rebind(atDesk(elsewhere), member.personId)).rejects.toThrow(NotFound);
  });
});
