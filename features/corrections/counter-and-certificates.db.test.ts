import { beforeEach, describe, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { cardCode, checkCard, findMyCard } from '@/features/members/queries/my-card';
import { findByToken, getMyCertificate } from '@/features/training/queries/certificates';
import { insertCertificate } from '@/features/training/steps/insert-certificate';
import { system } from '@/lib/actor';
import { maskName } from '@/lib/china/person-name';
import type { Ctx } from '@/lib/ctx';
import { makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { transaction } from '@/lib/transaction';
import { applyCorrection } from './commands/apply-correction';
import { correctAtCounter } from './commands/correct-at-counter';
import {
  asked,
  audits,
  freshId,
  notified,
  person,
  type Scene,
  scene,
  steppedUp,
} from './corrections.test-helpers';
import { personalData } from './personal-data';
import { counterCorrectionInput } from './schema';

beforeEach(resetDb);

const atCounter = (ctx: Ctx, typed: { personId: string; name: string; idNumber?: string }) =>
  correctAtCounter(
    ctx,
    counterCorrectionInput.parse({
      ...{ proof: 'id_card', reason: '录入时打错', present: 'yes' },
      ...typed,
    }),
  );

/** A course certificate as it was issued before the correction. */
const certificate = (h: Scene) =>
  arrange(async (tx) => {
    const { member, organisationId } = h;
    const offering = await anOffering(tx, { organisationId, title: '电工培训班' });
    const session = await aSession(tx, { offeringId: offering.id });
    const booking = await aBooking(tx, { member, session, organisationId, status: 'attended' });
    return insertCertificate(tx, {
      ...{ bookingId: booking.id, offeringId: offering.id, sessionId: session.id },
      ...{ accountId: member.accountId, personId: member.personId, organiserId: organisationId },
      ...{ holder: '陈一帆', documentMasked: '4508**********0001', course: offering.title },
      ...{ issuer: '甲厂工会', hours: 20, startsOn: '2026-09-01', endsOn: '2026-09-05' },
      ...{ attended: 5, held: 5 },
    });
  });
const certificates = () =>
  sqlAsOwner()`select id, number, holder, document_masked as masked, check_token as token, replaces,
    revoked_reason as reason, course, hours, attended from certificates order by number`;

describe('certificates', () => {
  it('are exchanged with the name: the old one void as 已换发, the new one under a new number', async () => {
    const h = await scene();
    const old = await certificate(h);
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    expect(await applyCorrection(h.officer, { correctionId: id, accept: false })).toMatchObject({
      ok: true,
    });
    const [was, is] = await certificates();
    expect(was).toMatchObject({ id: old.id, holder: '陈一帆', reason: '已换发' });
    expect(is).toMatchObject({
      ...{ holder: '陈一凡', replaces: old.id, reason: null },
      ...{ course: '电工培训班', hours: 20, attended: 5 },
    });
    const nobody = as({ kind: 'anonymous' });
    const seen = await findByToken(nobody, was?.token);
    expect(seen).toMatchObject({ number: old.number, revokedAt: expect.any(Date) });
    // What a stranger learns of the void one is what they learn of any: never the new name or number.
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`凡|${is?.number}|换发`));
    expect(await findByToken(nobody, is?.token)).toMatchObject({ revokedAt: null });
    expect(await getMyCertificate(h.me, is?.id)).toMatchObject({ holder: '陈一凡' });
    const titles = (await notified(h.member.accountId)).map((notice) => notice.title);
    expect(titles).toContain('结业证书已换发：电工培训班');
    const [ledger] = await audits('apply_correction');
    expect(ledger?.after.certificates).toEqual([{ from: old.number, to: is?.number }]);
  });

  it('are exchanged with the document alone, and the card says the right name under the same number', async () => {
    const h = await scene();
    await certificate(h);
    const idNumber = freshId('1988-08-08', 'male');
    const first = await asked(h.me, { who: 'self', idNumber });
    await applyCorrection(h.officer, { correctionId: first, accept: false });
    const [was, is] = await certificates();
    expect([was?.reason, is?.reason]).toEqual(['已换发', null]);
    expect(is?.masked).not.toBe(was?.masked);
    const card = await findMyCard(h.me);
    // A code of the old card, as it was printed or photographed a moment ago.
    const code = cardCode(card?.membershipId ?? '', h.me.now).path.replace('/v/', '');
    const second = await asked(h.me, { who: 'self', name: '陈一凡' });
    await applyCorrection(h.officer, { correctionId: second, accept: false });
    expect(await findMyCard(h.me)).toEqual({ ...card, name: '陈一凡' });
    const scanned = await checkCard(h.me, code);
    expect(scanned).toMatchObject({ valid: true, name: maskName('陈一凡') });
    // The third certificate stands alone; the two before it are void.
    expect((await certificates()).map(({ reason }) => reason)).toEqual(['已换发', '已换发', null]);
  });

  it('stay as they are where no face draws the name, and the officer is told', async () => {
    const h = await scene();
    const old = await certificate(h);
    const id = await asked(h.me, { who: 'self', name: '陈一\u{20BB7}' });
    expect(await applyCorrection(h.officer, { correctionId: id, accept: false })).toMatchObject({
      ok: true,
      value: { left: 1 },
    });
    expect(await certificates()).toMatchObject([{ id: old.id, reason: null }]);
  });
});

describe('a correction at the counter', () => {
  it('one officer puts it right with the original seen, on record, and the member is told', async () => {
    const h = await scene();
    await certificate(h);
    const officer = steppedUp(h.officer);
    const idNumber = freshId('1988-08-08', 'male');
    const done = await atCounter(officer, {
      personId: h.member.personId,
      name: '陈一凡',
      idNumber,
    });
    expect(done).toMatchObject({ ok: true, value: { left: 0 } });
    expect(await person(h.member.personId)).toMatchObject({ name: '陈一凡', born: '1988-08-08' });
    const [ledger] = await audits('correct_at_counter');
    expect(ledger).toMatchObject({ reason: '录入时打错', after: { proof: 'id_card' } });
    expect(JSON.stringify(ledger)).not.toContain(idNumber);
    expect((await notified(h.member.accountId)).map((n) => n.title)).toContain(
      '资料已更正：姓名，证件、出生日期',
    );
    expect(await certificates()).toHaveLength(2);
  });

  it('asks for the second factor, and is refused for oneself, one’s household and strangers', async () => {
    const h = await scene();
    const typed = { personId: h.member.personId, name: '陈一凡' };
    expect(await atCounter(h.officer, typed)).toMatchObject({ reason: 'step_up' });
    expect(await atCounter(steppedUp(h.myselfAsOfficer), typed)).toMatchObject({
      reason: 'own_case',
    });
    await expect(atCounter(steppedUp(h.stranger), typed)).rejects.toThrow(NotFound);
    const same = { personId: h.member.personId, name: '陈一帆' };
    expect(await atCounter(steppedUp(h.officer), same)).toMatchObject({
      reason: 'nothing_changed',
    });
    const taken = { ...same, idNumber: h.father.idNumber };
    expect(await atCounter(steppedUp(h.officer), taken)).toMatchObject({
      reason: 'document_taken',
    });
  });
});

describe('what is kept', () => {
  const run = <T>(work: (tx: Ctx) => Promise<T>) => transaction(makeCtx(system('测试')), work);
  const rows = async () => {
    const [row] = await sqlAsOwner()`select count(*)::int as requests,
      count(details_sealed)::int as contents, (select count(*)::int from correction_proofs) as photos
      from identity_corrections`;
    return row;
  };

  it('goes some days after the answer; number and outcome stay', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    await applyCorrection(h.officer, { correctionId: id, accept: false });
    expect(await run(personalData.expire)).toBe(0);
    await sqlAsOwner()`update identity_corrections set decided_at = now() - interval '181 days'`;
    expect(await run(personalData.expire)).toBe(1);
    expect(await rows()).toEqual({ requests: 1, contents: 0, photos: 0 });
  });

  it('is handed out in plain, and goes with the person', async () => {
    const h = await scene();
    await asked(h.me, { who: 'self', name: '陈一凡' });
    const { corrections } = await run((tx) => personalData.export(tx, h.member.personId));
    expect(corrections).toMatchObject([{ changes: [{ after: '陈一凡' }], photos: 1 }]);
    expect(await run((tx) => personalData.erase(tx, h.member.personId))).toBe(1);
    expect(await rows()).toEqual({ requests: 1, contents: 0, photos: 0 });
  });
});
