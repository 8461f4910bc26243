import { beforeEach, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer, aResidentId } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { Forbidden, NotFound } from '@/lib/errors';
import { getTransfer, listTransfers } from '../queries/desk-transfers';
import { listMyTransfers } from '../queries/open-transfer';
import { closeTransfer } from './close-transfer';
import { requestTransfer } from './request-transfer';
import { revealTransferField } from './reveal-transfer-field';

beforeEach(resetDb);

/** A worker who asked `union` for the 会籍 that another account holds at `holder`. */
async function asked(holder: 'union' | 'otherUnion' = 'otherUnion') {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    await aDictionary(tx);
    const idNumber = aResidentId();
    const worker = await anAccount(tx);
    const organisationId = tree.union.id;
    await anApplication(tx, { account: worker, name: '黄小满', idNumber, organisationId });
    const member = { organisationId: tree[holder].id, idNumber, name: '黄小满' };
    return {
      tree,
      worker,
      idNumber,
      member: await aMember(tx, member),
      officer: await anOfficer(tx, 'union_admin', organisationId),
      stranger: await anOfficer(tx, 'union_admin', tree.otherUnion.id),
      viewer: await anOfficer(tx, 'viewer', tree.district.id),
      district: await anOfficer(tx, 'organisation_officer', tree.district.id),
    };
  });
  await requestTransfer(as(actorOf(made.worker)), { version: 1, idConsent: 'yes' });
  const [row] = await sqlAsOwner()`select id, number from transfer_requests`;
  const id = String(row?.id);
  return {
    ...made,
    id,
    number: String(row?.number),
    input: { requestId: id, reason: '请用原手机号登录' },
  };
}

it('the desk that is asked hears of it, and nobody else', async () => {
  const { officer, number } = await asked();
  const notified =
    await sqlAsOwner()`select account_id, title from notices where title like '转会登记 %'`;
  expect(notified).toEqual([
    { account_id: officer.accountId, title: `转会登记 ${number} 等您答复` },
  ]);
});

it('a request is answered once: row, ledger, notice, and the worker reads it', async () => {
  const { officer, worker, id, input } = await asked();
  expect(await closeTransfer(as(officer.actor), input)).toMatchObject({ ok: true });
  const [row] = await sqlAsOwner()`select status, note, closed_by from transfer_requests`;
  expect(row).toEqual({ status: 'closed', note: input.reason, closed_by: officer.accountId });
  const [entry] =
    await sqlAsOwner()`select entity_id, reason from audit_entries where action = 'close_transfer'`;
  expect(entry).toMatchObject({ entity_id: id, reason: input.reason });
  const notified = await sqlAsOwner()`
    select body from notices where account_id = ${worker.accountId} and title = '转会登记已答复'`;
  expect(notified[0]?.body).toContain(input.reason);
  expect(await listMyTransfers(as(actorOf(worker)))).toMatchObject([
    { status: 'closed', note: input.reason },
  ]);
  expect(await closeTransfer(as(officer.actor), input)).toMatchObject({
    ok: false,
    reason: 'transfer_closed',
    detail: { who: '林干事' },
  });
  expect(
    await sqlAsOwner()`select 1 from audit_entries where action = 'close_transfer'`,
  ).toHaveLength(1);
});

it('a request is not there for another union, and not to be answered by whoever only looks', async () => {
  const { stranger, viewer, id, input } = await asked();
  await expect(closeTransfer(as(stranger.actor), input)).rejects.toThrow(NotFound);
  await expect(getTransfer(as(stranger.actor), id)).rejects.toThrow(NotFound);
  expect((await listTransfers(as(stranger.actor))).waiting).toEqual([]);
  await expect(closeTransfer(as(viewer.actor), input)).rejects.toThrow(Forbidden);
  await expect(listTransfers(as(viewer.actor))).rejects.toThrow(Forbidden);
});

it('a request is never answered by the person who asked (回避)', async () => {
  const { worker, tree, id, input } = await asked();
  const own = actorOf(worker, { role: 'union_admin', organisationId: tree.union.id });
  await sqlAsOwner()`insert into role_grants (id, account_id, role, organisation_id)
    values (gen_random_uuid(), ${worker.accountId}, 'union_admin', ${tree.union.id})`;
  expect(await closeTransfer(as(own), input)).toMatchObject({ reason: 'own_case' });
  expect((await getTransfer(as(own), id)).own).toBe(true);
});

it('a request tells an officer where the 会籍 is only within their own scope', async () => {
  const { officer, district, id, member } = await asked();
  const below = await getTransfer(as(officer.actor), id);
  expect(below).toMatchObject({ name: '黄小满', memberPersonId: null });
  expect(below.checks[0]?.text).toContain('不在您管理的范围');
  const above = await getTransfer(as(district.actor), id);
  expect(above.memberPersonId).toBe(member.personId);
  expect(above.checks[0]?.text).toContain('姓名一致');
});

it('a request shows phone and number in whole when asked to, each look on record', async () => {
  const { officer, stranger, worker, idNumber, id } = await asked();
  const look = (field: 'phone' | 'document') =>
    revealTransferField(as(officer.actor), { requestId: id, field });
  const phone = await look('phone');
  expect(phone.ok && phone.value.value.replace(/\D/g, '')).toBe(worker.phone);
  expect(await look('document')).toMatchObject({ ok: true, value: { value: idNumber } });
  const looks = await sqlAsOwner()`
    select action from audit_entries where entity_type = 'transfer_request' and action like 'view_%' order by id`;
  expect(looks.map((entry) => entry.action)).toEqual(['view_phone', 'view_id_number']);
  await expect(
    revealTransferField(as(stranger.actor), { requestId: id, field: 'phone' }),
  ).rejects.toThrow(NotFound);
});
