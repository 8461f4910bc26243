import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { roleGrants } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { removeChild } from '@/features/family/commands/remove-child';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { sendCorrection } from './commands/send-correction';
import { withdrawCorrection } from './commands/withdraw-correction';
import { ask, asked, audits, freshId, notified, photo, scene } from './corrections.test-helpers';
import { openCorrection } from './queries/desk-corrections';
import { getCorrectionForm, getMyCorrection, listMyCorrections } from './queries/my-corrections';
import { openProof } from './queries/open-proof';

beforeEach(resetDb);

describe('asking for a correction', () => {
  it('keeps a draft of the family’s own, and goes to the desk with the proof', async () => {
    const h = await scene();
    const drafted = await ask(h.me, { who: 'self', name: '陈一凡', why: '打错字' });
    if (!drafted.ok) throw new Error(drafted.reason);
    const { id } = drafted.value;
    await expect(openCorrection(h.officer, id)).rejects.toThrow(NotFound);
    expect(await getMyCorrection(h.me, id)).toMatchObject({ status: 'draft', number: null });
    expect(await notified(h.officerId)).toEqual([]);
    const sent = await sendCorrection(h.me, { correctionId: id, photo1: photo, photo2: photo });
    expect(sent).toMatchObject({ ok: true });
    expect(await getMyCorrection(h.me, id)).toMatchObject({
      status: 'waiting',
      number: expect.stringMatching(/^GZ\d\d-\d{4}-0001$/),
      rows: [{ label: '姓名', before: '陈一帆', after: '陈一凡' }],
      photos: [expect.any(String), expect.any(String)],
    });
    expect(await notified(h.officerId)).toMatchObject([{ link: `/desk/corrections?case=${id}` }]);
    expect(await audits('ask_correction')).toHaveLength(1);
    const [row] = await sqlAsOwner()`select details_sealed from identity_corrections`;
    expect(row?.details_sealed).not.toContain('陈');
  });

  it('asks for a photo, and keeps what was typed without one', async () => {
    const h = await scene();
    const drafted = await ask(h.me, { who: 'self', name: '陈一凡' });
    const correctionId = drafted.ok ? drafted.value.id : '';
    const bare = await sendCorrection(h.me, { correctionId, photo1: null, photo2: null });
    expect(bare).toMatchObject({ reason: 'no_photo', fieldErrors: { photo1: expect.any(String) } });
    expect((await getCorrectionForm(h.me, 'self'))?.draft?.after.name).toBe('陈一凡');
  });

  it('changes the same draft when it is filled in again, and refuses a second request', async () => {
    const h = await scene();
    const first = await ask(h.me, { who: 'self', name: '陈一凡' });
    const again = await ask(h.me, { who: 'self', name: '陈亦凡' });
    expect(again).toEqual(first);
    const correctionId = again.ok ? again.value.id : '';
    await sendCorrection(h.me, { correctionId, photo1: photo, photo2: null });
    expect(await ask(h.me, { who: 'self', name: '陈以凡' })).toMatchObject({
      reason: 'already_open',
    });
  });

  it('says nothing of whether a number is on other books', async () => {
    const h = await scene();
    const known = await ask(h.me, { who: 'self', idNumber: h.father.idNumber });
    const unknown = await ask(h.other, {
      who: 'self',
      name: '陈大帆',
      idNumber: freshId('1985-03-04'),
    });
    expect([known.ok, unknown.ok]).toEqual([true, true]);
  });

  it('is for whoever has a name on record, member or not, and goes to the federation then', async () => {
    const h = await scene();
    const { left, nameless } = await arrange(async (tx) => ({
      left: await aMember(tx, { organisationId: h.organisationId, name: '覃小梅' }),
      nameless: await anAccount(tx),
    }));
    await sqlAsOwner()`update people set union_id = null where id = ${left.personId}`;
    const mine = as(actorOf(left));
    expect(await ask(mine, { who: 'self', name: '覃晓梅' })).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select organisation_id as desk from identity_corrections`;
    expect(row?.desk).toBe(h.tree.district.id);
    const nobody = as(actorOf(nameless));
    expect(await ask(nobody, { who: 'self', name: '某某' })).toMatchObject({
      reason: 'nothing_on_record',
    });
    expect((await listMyCorrections(nobody)).subjects).toEqual([]);
  });
});

describe('the desk', () => {
  it('of one officer, who is the asker, hands the request to the union above', async () => {
    const h = await scene();
    const { asker, above } = await arrange(async (tx) => {
      const { town } = h.tree;
      const small = await anOrganisation(tx, { parentId: town.id, townId: town.id });
      const asker = await aMember(tx, { organisationId: small.id, name: '覃小梅' });
      const grant = { accountId: asker.accountId, role: 'union_admin' as const };
      await tx.db.insert(roleGrants).values({ id: newId(), ...grant, organisationId: small.id });
      return { asker, above: await anOfficer(tx, 'town_admin', town.id) };
    });
    await asked(as(actorOf(asker)), { who: 'self', name: '覃晓梅' });
    expect((await notified(asker.accountId)).map((n) => n.title)).toEqual(['更正申请已提交：姓名']);
    expect(await notified(above.accountId)).toHaveLength(1);
  });
});

describe('a correction of a child’s data', () => {
  it('is asked by one guardian, seen by both, and open once for both', async () => {
    const h = await scene();
    const who = h.child.childId;
    const id = await asked(h.me, { who, name: '陈小荷' });
    expect(await getMyCorrection(h.other, id)).toMatchObject({ status: 'waiting', who });
    expect(await ask(h.other, { who, name: '陈晓禾' })).toMatchObject({ reason: 'already_open' });
    const { subjects } = await listMyCorrections(h.other);
    expect(subjects.find((s) => s.who === who)?.open?.id).toBe(id);
  });

  it('is not for a stranger, nor for a guardian who has left', async () => {
    const h = await scene();
    const who = h.child.childId;
    const stranger = as(
      actorOf(await arrange((tx) => aMember(tx, { organisationId: h.organisationId }))),
    );
    await expect(ask(stranger, { who, name: '陈小荷' })).rejects.toThrow(NotFound);
    const id = await asked(h.me, { who, name: '陈小荷' });
    const [proof] = await sqlAsOwner()`select id from correction_proofs`;
    await removeChild(h.me, { childId: who });
    await expect(getMyCorrection(h.me, id)).rejects.toThrow(NotFound);
    await expect(withdrawCorrection(h.me, { correctionId: id })).rejects.toThrow(NotFound);
    await expect(openProof(h.me, String(proof?.id))).rejects.toThrow();
    expect(await getMyCorrection(h.other, id)).toMatchObject({ status: 'waiting' });
  });
});

describe('a request taken back', () => {
  it('leaves no content and no photo, and another may be asked', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    expect(await withdrawCorrection(h.me, { correctionId: id })).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select status, details_sealed as details,
      (select count(*)::int from correction_proofs) as photos from identity_corrections`;
    expect(row).toEqual({ status: 'withdrawn', details: null, photos: 0 });
    expect(await ask(h.me, { who: 'self', name: '陈亦凡' })).toMatchObject({ ok: true });
  });

  it('is nobody else’s to take back, and a draft leaves no row', async () => {
    const h = await scene();
    const drafted = await ask(h.me, { who: 'self', name: '陈一凡' });
    const correctionId = drafted.ok ? drafted.value.id : '';
    await expect(withdrawCorrection(h.officer, { correctionId })).rejects.toThrow(NotFound);
    expect(await withdrawCorrection(h.me, { correctionId })).toMatchObject({ ok: true });
    expect(await sqlAsOwner()`select 1 from identity_corrections`).toEqual([]);
  });
});

describe('a photo', () => {
  it('opens for its family and for the desk, whose look is on record; for nobody else', async () => {
    const h = await scene();
    await asked(h.me, { who: 'self', name: '陈一凡' });
    const [row] = await sqlAsOwner()`select id, photo_sealed as sealed from correction_proofs`;
    const id = String(row?.id);
    expect(Buffer.from(row?.sealed).includes(Buffer.from(photo))).toBe(false);
    expect(Uint8Array.from(await openProof(h.me, id))).toEqual(photo);
    expect(await audits('view_correction_proof')).toEqual([]);
    expect(Uint8Array.from(await openProof(h.officer, id))).toEqual(photo);
    expect(await audits('view_correction_proof')).toHaveLength(1);
    await expect(openProof(h.other, id)).rejects.toThrow(NotFound);
    await expect(openProof(h.stranger, id)).rejects.toThrow(NotFound);
  });
});
