import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { aDictionary, anApplication } from '@/db/factories/membership';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { removeChild } from '@/features/family/commands/remove-child';
import { getChild } from '@/features/family/queries/children';
import { findMyMembership } from '@/features/members/queries/my-membership';
import { queryGrams } from '@/lib/china/name-grams';
import { NotFound } from '@/lib/errors';
import { applyCorrection } from './commands/apply-correction';
import { refuseCorrection } from './commands/refuse-correction';
import { withdrawCorrection } from './commands/withdraw-correction';
import { asked, audits, freshId, notified, person, scene } from './corrections.test-helpers';
import { listCorrections, openCorrection } from './queries/desk-corrections';
import { getMyCorrection } from './queries/my-corrections';
import { openProof } from './queries/open-proof';

beforeEach(resetDb);

const apply = (ctx: Parameters<typeof applyCorrection>[0], correctionId: string, accept = false) =>
  applyCorrection(ctx, { correctionId, accept });
const no = (ctx: Parameters<typeof refuseCorrection>[0], correctionId: string) =>
  refuseCorrection(ctx, { correctionId, reason: '照片看不清' });
const named = async (kind: string, name: string) => {
  const rows = await sqlAsOwner()<{ id: string }[]>`
    select find_named(${kind}, ${queryGrams(name)}, '') as id`;
  return rows.map((row) => row.id);
};

describe('a name put right', () => {
  it('stands everywhere at once: record, search, card, bookings, applications, ledger, notice', async () => {
    const h = await scene();
    const { booking, application } = await arrange(async (tx) => {
      await aDictionary(tx);
      const offering = await anOffering(tx, { organisationId: h.organisationId });
      const session = await aSession(tx, { offeringId: offering.id });
      const { member, organisationId } = h;
      return {
        booking: await aBooking(tx, { member, session, organisationId }),
        application: await anApplication(tx, { account: member, name: '陈一帆', organisationId }),
      };
    });
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    expect(await apply(h.officer, id)).toMatchObject({ ok: true, value: { left: 0 } });
    expect(await person(h.member.personId)).toMatchObject({
      name: '陈一凡',
      pinyin: 'chen yi fan',
      initials: 'cyf',
    });
    expect(await findMyMembership(h.me)).toMatchObject({ name: '陈一凡' });
    for (const [kind, of] of [
      ['person', h.member.personId],
      ['booking', booking.id],
      ['application', application.id],
    ] as const) {
      expect(await named(kind, '陈一凡'), kind).toEqual([of]);
      expect(await named(kind, '陈一帆'), kind).toEqual([]);
    }
    const [stored] = await sqlAsOwner()`
      select status, attendee_masked as masked, version from bookings where id = ${booking.id}`;
    expect(stored).toEqual({ status: 'booked', masked: '陈**', version: booking.version });
    const [ledger] = await audits('apply_correction');
    expect(ledger).toMatchObject({ before: { name: '陈**' }, after: { name: '陈**' } });
    expect(JSON.stringify(ledger)).not.toMatch(/一凡|一帆/);
    expect(await notified(h.member.accountId)).toMatchObject([
      {},
      { title: '资料已更正：姓名', link: `/me/corrections/${id}` },
    ]);
    const [account] = await sqlAsOwner()`
      select display_name as name from accounts where id = ${h.member.accountId}`;
    expect(account?.name).toBe('陈一凡');
  });

  it('of a child keeps its place, and both guardians hear of it', async () => {
    const h = await scene();
    const { childId } = h.child;
    const booking = await arrange(async (tx) => {
      const offering = await anOffering(tx, {
        organisationId: h.organisationId,
        kind: 'childcare',
      });
      const session = await aSession(tx, { offeringId: offering.id });
      return aBooking(tx, { member: h.member, session, organisationId: h.organisationId });
    });
    await sqlAsOwner()`update bookings set child_id = ${childId}, attendee_id = ${childId},
      attendee_masked = '陈**' where id = ${booking.id}`;
    const id = await asked(h.other, { who: childId, name: '韦小禾苗' });
    // The father's desk is his own union's; the mother's does not find it.
    await expect(apply(h.officer, id)).rejects.toThrow(NotFound);
    expect(await apply(h.stranger, id)).toMatchObject({ ok: true });
    expect((await getChild(h.me, childId)).name).toBe('韦小禾苗');
    const [stored] = await sqlAsOwner()`
      select status, attendee_masked as masked, name_grams as grams from bookings where id = ${booking.id}`;
    expect(stored).toMatchObject({ status: 'booked', masked: '韦***', grams: booking.nameGrams });
    for (const guardian of [h.member, h.father]) {
      const titles = (await notified(guardian.accountId)).map((notice) => notice.title);
      expect(titles).toContain('孩子的资料已更正：姓名');
    }
  });
});

describe('a document put right', () => {
  it('moves number, birth date and sex together, and is found by the new number only', async () => {
    const h = await scene();
    const idNumber = freshId('1991-02-03', 'female');
    const id = await asked(h.me, { who: 'self', idNumber });
    const [{ id_index: old } = {}] = await sqlAsOwner()`
      select id_index from people where id = ${h.member.personId}`;
    expect(await apply(h.officer, id)).toMatchObject({ ok: true });
    expect(await person(h.member.personId)).toMatchObject({
      ...{ born: '1991-02-03', sex: 'female', name: '陈一帆' },
      masked: `${idNumber.slice(0, 4)}**********${idNumber.slice(-4)}`,
    });
    const [row] = await sqlAsOwner()`select id_index from people where id = ${h.member.personId}`;
    expect(row?.id_index).not.toBe(old);
    const ledger = JSON.stringify(await audits('apply_correction'));
    expect(ledger).not.toContain(idNumber);
  });

  it('is refused where another record carries it, also for two at the same instant', async () => {
    const h = await scene();
    const idNumber = freshId('1991-02-03');
    const mine = await asked(h.me, { who: 'self', idNumber });
    const theirs = await asked(h.other, { who: 'self', name: '陈大帆', idNumber });
    const both = await Promise.all([apply(h.officer, mine), apply(h.stranger, theirs)]);
    expect(both.map((r) => (r.ok ? 'ok' : r.reason)).toSorted()).toEqual(['document_taken', 'ok']);
    const loser = both[0]?.ok ? theirs : mine;
    const desk = both[0]?.ok ? h.stranger : h.officer;
    expect((await openCorrection(desk, loser)).checks).toMatchObject({ taken: true });
  });

  it('of a child is refused where the child stands a second time', async () => {
    const h = await scene();
    const twin = await arrange((tx) =>
      aChild(tx, { guardians: [h.father], birthOn: '2017-05-02' }),
    );
    const id = await asked(h.me, {
      ...{ who: h.child.childId, name: h.child.name },
      idNumber: twin.idNumber,
    });
    expect(await apply(h.officer, id)).toMatchObject({ reason: 'document_taken' });
  });

  it('makes a child that is 18 by it come of age at once', async () => {
    const h = await scene();
    const { childId } = h.child;
    const year = new Date().getUTCFullYear() - 19;
    const id = await asked(h.me, {
      ...{ who: childId, name: h.child.name },
      idNumber: freshId(`${year}-05-20`),
    });
    expect((await openCorrection(h.officer, id)).checks).toMatchObject({ grown: true });
    expect(await apply(h.officer, id)).toMatchObject({ ok: true });
    await expect(getChild(h.me, childId)).rejects.toThrow(NotFound);
    const [last] = (await notified(h.father.accountId)).slice(-1);
    expect(last).toMatchObject({ body: expect.stringContaining('监护到此结束') });
  });
});

describe('places that no longer fit', () => {
  it('are listed before the decision, and kept by it', async () => {
    const h = await scene();
    const booking = await arrange(async (tx) => {
      const offering = await anOffering(tx, {
        ...{ organisationId: h.organisationId, title: '青年班' },
        rules: { ageMax: 45 },
      });
      const session = await aSession(tx, { offeringId: offering.id });
      return aBooking(tx, { member: h.member, session, organisationId: h.organisationId });
    });
    const young = freshId('1990-03-07', 'male');
    await apply(h.officer, await asked(h.me, { who: 'self', idNumber: young }));
    const id = await asked(h.me, { who: 'self', idNumber: freshId('1960-03-07', 'male') });
    const found = await openCorrection(h.officer, id);
    expect(found.checks?.misfits).toMatchObject([{ bookingId: booking.id, title: '青年班' }]);
    expect(await apply(h.officer, id)).toMatchObject({
      reason: 'misfits',
      detail: { count: 1, list: expect.stringContaining('青年班') },
    });
    const seen = { correctionId: id, accept: false, told: 'yes' } as const;
    expect(await applyCorrection(h.officer, seen)).toMatchObject({ reason: 'unticked' });
    expect(await apply(h.officer, id, true)).toMatchObject({ ok: true });
    const [row] = await sqlAsOwner()`select status, (select note from booking_events e
      where e.booking_id = b.id and e.type = 'misfit') as why from bookings b where id = ${booking.id}`;
    expect(row).toEqual({ status: 'booked', why: expect.stringContaining('45') });
  });
});

describe('who decides', () => {
  it('is an officer of the desk or above; others do not find it', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    await expect(apply(h.stranger, id)).rejects.toThrow(NotFound);
    await expect(apply(h.other, id)).rejects.toThrow(NotFound);
    expect((await listCorrections(h.stranger)).waiting).toEqual([]);
    expect((await listCorrections(h.officer)).waiting).toMatchObject([
      { id, masked: '陈**', fields: ['name'] },
    ]);
    expect(await openCorrection(h.officer, id)).toMatchObject({ rows: [{ after: '陈一凡' }] });
    expect(await audits('view_correction')).toHaveLength(1);
  });

  it('is never oneself nor one’s household, who do not read it at the desk either', async () => {
    const h = await scene();
    const own = await asked(h.me, { who: 'self', name: '陈一凡' });
    expect(await apply(h.myselfAsOfficer, own)).toMatchObject({ reason: 'own_case' });
    expect(await no(h.myselfAsOfficer, own)).toMatchObject({ reason: 'own_case' });
    const { organisationId } = h;
    const spouse = as(actorOf(h.father, { role: 'union_admin', organisationId }));
    expect(await apply(spouse, own)).toMatchObject({ reason: 'own_case' });
    const child = await asked(h.me, { who: h.child.childId, name: '陈小荷' });
    expect(await apply(spouse, child)).toMatchObject({ reason: 'own_case' });
    expect(await openCorrection(spouse, child)).toMatchObject({ own: true, rows: [], photos: [] });
    const [proof] = await sqlAsOwner()`
      select id from correction_proofs where correction_id = ${own}`;
    await expect(openProof(spouse, String(proof?.id))).rejects.toThrow(NotFound);
    expect(await openProof(h.officer, String(proof?.id))).toBeInstanceOf(Buffer);
  });

  it('is the first of two officers; the second reads who', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    const both = await Promise.all([apply(h.officer, id), no(h.second, id)]);
    expect(both.filter((r) => r.ok)).toHaveLength(1);
    expect(both.find((r) => !r.ok)).toMatchObject({ reason: 'decided' });
    const applied = (await audits('apply_correction')).length;
    const refused = (await audits('refuse_correction')).length;
    expect(applied + refused).toBe(1);
  });

  it('may say no, in words that the asker reads; then one may ask again', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    expect(await no(h.officer, id)).toMatchObject({ ok: true });
    expect(await getMyCorrection(h.me, id)).toMatchObject({
      status: 'refused',
      answer: '照片看不清',
    });
    expect(await person(h.member.personId)).toMatchObject({ name: '陈一帆' });
    expect(await withdrawCorrection(h.me, { correctionId: id })).toMatchObject({
      reason: 'decided',
    });
    await asked(h.me, { who: 'self', name: '陈一凡' });
  });
});

describe('what happened meanwhile', () => {
  it('stops a request that was taken back', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    await withdrawCorrection(h.me, { correctionId: id });
    expect(await apply(h.officer, id)).toMatchObject({ reason: 'withdrawn' });
  });

  it('stops a request about what has been put right otherwise', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: 'self', name: '陈一凡' });
    await sqlAsOwner()`update people set name = '陈义帆' where id = ${h.member.personId}`;
    expect(await apply(h.officer, id)).toMatchObject({ reason: 'moved_on' });
    expect((await openCorrection(h.officer, id)).checks).toMatchObject({ moved: true });
  });

  it('goes on for the guardian who stays, and tells the one who left nothing', async () => {
    const h = await scene();
    const id = await asked(h.me, { who: h.child.childId, name: '陈小荷' });
    await removeChild(h.me, { childId: h.child.childId });
    const before = await notified(h.member.accountId);
    expect(await apply(h.officer, id)).toMatchObject({ ok: true });
    expect((await getChild(h.other, h.child.childId)).name).toBe('陈小荷');
    expect(await notified(h.member.accountId)).toEqual(before);
  });

  it('stops a request for a child whom nobody looks after any more', async () => {
    const h = await scene();
    const alone = await arrange((tx) => aChild(tx, { guardians: [h.member], name: '陈小满' }));
    const id = await asked(h.me, { who: alone.childId, name: '陈晓满' });
    await removeChild(h.me, { childId: alone.childId });
    expect(await apply(h.officer, id)).toMatchObject({ reason: 'nobody' });
    expect(await no(h.officer, id)).toMatchObject({ ok: true });
  });

  it('keeps a desk whose member has moved to another union', async () => {
    const h = await scene();
    const moved = await arrange((tx) =>
      aMember(tx, { organisationId: h.organisationId, name: '覃小梅' }),
    );
    const id = await asked(as(actorOf(moved)), { who: 'self', name: '覃晓梅' });
    await sqlAsOwner()`update people set union_id = ${h.tree.otherUnion.id} where id = ${moved.personId}`;
    expect(await openCorrection(h.officer, id)).toMatchObject({ name: '覃小梅' });
    expect(await apply(h.officer, id)).toMatchObject({ ok: true });
  });
});
