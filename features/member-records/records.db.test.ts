import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { theRecordDictionary } from '@/db/testing/record-dictionary';
import type { AccountActor } from '@/lib/actor';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { measure } from '@/lib/documents/pdf/faces';
import { paperSheet } from '@/lib/documents/pdf/paper-sheet';
import { NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { correctEthnicity } from './commands/correct-ethnicity';
import { fillRecord } from './commands/fill-record';
import { revealRecordField } from './commands/reveal-record-field';
import { personalData } from './personal-data';
import { findMemberRecord } from './queries/member-record';
import { findMyRecord } from './queries/my-record';
import { findMySheet, openSheet } from './queries/open-sheet';
import { fillRecordInput } from './schema';

beforeEach(async () => {
  await resetDb();
  await theRecordDictionary();
});

const scene = () =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const member = await aMember(tx, { organisationId, name: '陈一帆' });
    const nobody = await anAccount(tx);
    return {
      ...{
        member,
        personId: member.personId,
        me: as(actorOf(member)),
        stranger: as(actorOf(nobody)),
      },
      officer: as((await anOfficer(tx, 'union_admin', organisationId)).actor),
      viewer: as((await anOfficer(tx, 'viewer', organisationId)).actor),
      elsewhere: as((await anOfficer(tx, 'union_admin', tree.otherUnion.id)).actor),
      myselfAsOfficer: as(actorOf(member, { role: 'union_admin', organisationId })),
    };
  });
const fill = (ctx: Ctx, typed: Record<string, string>) =>
  fillRecord(ctx, fillRecordInput.parse(typed));
const steppedUp = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...(ctx.actor as AccountActor), steppedUpAt: new Date() },
});
const rows = () =>
  sqlAsOwner()`select field, value_sealed as sealed, source from record_answers order by field`;
const consents = () =>
  sqlAsOwner()`select withdrawn_at as ended from consents where purpose = 'member_record_sensitive'`;
const audits = (action: string) =>
  sqlAsOwner()`select after, reason from audit_entries where action = ${action} order by id`;
const asked = async (ctx: Ctx) =>
  Object.fromEntries(((await findMyRecord(ctx))?.lines ?? []).map((l) => [l.field, l.word]));

describe('我的登记表', () => {
  it('keeps what the member likes to say, sealed, and the ledger names only the questions', async () => {
    const h = await scene();
    const typed = { ethnicity: '08', education: '31', native_place: '港南木格', consent: 'yes' };
    expect(await fill(h.me, typed)).toMatchObject({ ok: true, value: { changed: 3 } });
    expect(await asked(h.me)).toMatchObject({ ethnicity: '壮族', education: '大专', skill: null });
    const stored = JSON.stringify(await rows());
    expect(stored).not.toMatch(/港南木格|"08"|"31"/);
    const [line] = await audits('fill_record');
    expect(line?.after).toEqual({ filled: ['民族', '学历', '籍贯'], changed: [], takenBack: [] });
  });

  it('asks for a consent of its own where something sensitive is new, and ends it with the last', async () => {
    const h = await scene();
    expect(await fill(h.me, { political: '13' })).toMatchObject({ reason: 'no_consent' });
    expect(await rows()).toEqual([]);
    expect(await fill(h.me, { education: '61' })).toMatchObject({ ok: true });
    expect(await consents()).toEqual([]);
    await fill(h.me, { political: '13', consent: 'yes' });
    expect(await consents()).toEqual([{ ended: null }]);
    await fill(h.me, { political: '' });
    expect(await consents()).toEqual([{ ended: expect.any(Date) }]);
    expect(await rows()).toMatchObject([
      { field: 'education' },
      { field: 'political', sealed: null },
    ]);
  });

  it('refuses a word of no list, nothing new, 民族 a second time, and who is no member', async () => {
    const h = await scene();
    expect(await fill(h.me, { education: '99' })).toMatchObject({ reason: 'not_listed' });
    await fill(h.me, { ethnicity: '08', consent: 'yes' });
    expect(await fill(h.me, { ethnicity: '08' })).toMatchObject({ reason: 'nothing_changed' });
    expect(await fill(h.me, { ethnicity: '01' })).toMatchObject({ reason: 'at_counter' });
    expect(await fill(h.stranger, { education: '61' })).toMatchObject({ reason: 'no_membership' });
    expect(await findMyRecord(h.stranger)).toBeNull();
  });

  it('shows an answer by the dictionary of its day and offers only what is on the list today', async () => {
    const h = await scene();
    await fill(h.me, { work_state: '5' });
    await sqlAsOwner()`update record_dictionary set valid_to = current_date - 1
      where field = 'work_state' and code = '5'`;
    await sqlAsOwner()`update record_answers set recorded_at = now() - interval '30 days'`;
    const mine = await findMyRecord(h.me);
    const line = mine?.lines.find(({ field }) => field === 'work_state');
    expect(line).toMatchObject({
      word: '退职',
      options: expect.arrayContaining([{ value: '5', label: '退职' }]),
    });
    await fill(h.me, { work_state: '' });
    expect(await fill(h.me, { work_state: '5' })).toMatchObject({ reason: 'not_listed' });
  });
});

describe('the desk', () => {
  it('reads what is given, and the sensitive answers one by one and on record', async () => {
    const h = await scene();
    await fill(h.me, { political: '13', education: '31', consent: 'yes' });
    const seen = await findMemberRecord(h.officer, h.personId);
    expect(seen?.lines).toEqual([
      { field: 'education', label: '学历', shown: '大专' },
      { field: 'political', label: '政治面貌', shown: null },
    ]);
    const asks = { personId: h.personId, field: 'political' } as const;
    expect(await revealRecordField(h.officer, asks)).toMatchObject({ value: { value: '群众' } });
    expect((await audits('view_record_field')).map((line) => line.after)).toEqual([
      { question: '政治面貌' },
    ]);
    expect(await findMemberRecord(h.elsewhere, h.personId)).toBeNull();
    expect(await findMemberRecord(h.viewer, h.personId)).toBeNull();
    await expect(revealRecordField(h.elsewhere, asks)).rejects.toThrow(NotFound);
    await expect(revealRecordField(h.viewer, asks)).rejects.toThrow();
  });

  it('puts 民族 right with the document seen, and not in its own matter', async () => {
    const h = await scene();
    const typed = {
      personId: h.personId,
      ethnicity: '11',
      reason: '登记错了',
      present: 'yes',
    } as const;
    const officer = steppedUp(h.officer);
    expect(await correctEthnicity(h.officer, typed)).toMatchObject({ reason: 'step_up' });
    expect(await correctEthnicity(officer, typed)).toMatchObject({ reason: 'not_answered' });
    await fill(h.me, { ethnicity: '08', consent: 'yes' });
    expect(await correctEthnicity(steppedUp(h.myselfAsOfficer), typed)).toMatchObject({
      reason: 'own_case',
    });
    await expect(correctEthnicity(steppedUp(h.elsewhere), typed)).rejects.toThrow(NotFound);
    expect(await correctEthnicity(officer, typed)).toMatchObject({ ok: true });
    expect(await asked(h.me)).toMatchObject({ ethnicity: '满族' });
    const [line] = await audits('correct_record');
    expect(line).toEqual({ after: { changed: ['民族'] }, reason: '登记错了' });
    const [notice] =
      await sqlAsOwner()`select title from notices where account_id = ${h.member.accountId}`;
    expect(notice?.title).toBe('登记表已更正：民族');
  });
});

describe('会员登记表', () => {
  it('is one sheet, filled from what is on record, with numbers masked', async () => {
    const h = await scene();
    await fill(h.me, { ethnicity: '08', education: '31', consent: 'yes' });
    const sheet = await openSheet(h.officer, h.personId);
    const cells = sheet.rows.flat().map(({ label, value }) => `${label}=${value}`);
    expect(cells).toEqual(
      expect.arrayContaining(['姓名=陈一帆', '民族=壮族', '学历=大专', '政治面貌=']),
    );
    expect(cells.join()).not.toContain(h.member.phone);
    expect(paperSheet(sheet, measure)).toHaveLength(1);
    expect(await findMySheet(h.me)).toEqual(sheet);
    expect(await audits('view_record_sheet')).toHaveLength(1);
    await expect(openSheet(h.elsewhere, h.personId)).rejects.toThrow(NotFound);
    await expect(openSheet(h.viewer, h.personId)).rejects.toThrow(NotFound);
    expect(await findMySheet(h.stranger)).toBeNull();
  });
});

describe('what is stored of a 登记表', () => {
  const run = <T>(work: (tx: Ctx) => Promise<T>) => transaction(makeCtx(system('测试')), work);

  it('is handed out in plain and goes with the person', async () => {
    const h = await scene();
    await fill(h.me, { ethnicity: '08', platform: '甲平台', consent: 'yes' });
    const { memberRecord } = await run((tx) => personalData.export(tx, h.personId));
    expect(memberRecord).toMatchObject([
      { question: '民族', answer: '壮族', source: 'self' },
      { question: '平台、合作企业', answer: '甲平台' },
    ]);
    expect(await run((tx) => personalData.erase(tx, h.personId))).toBe(2);
    expect(await rows()).toEqual([]);
  });
});
