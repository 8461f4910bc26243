import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { anOrganisation } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { getMyBooking } from '@/features/bookings/queries/my-bookings';
import { getSealedAnswers } from '@/features/bookings/queries/my-correction';
import { answerSendBackInput, bookPlaceInput, type SentBackField } from '../schema/booking';
import { answerSendBack } from './answer-send-back';
import { bookPlace } from './book-place';
import { sendBackBooking } from './decide-bookings';

const mother = { pickUpName1: '李梅', pickUpRelation1: '姑姑', pickUpPhone1: '13900000008' };
const granny = { pickUpName1: '陈月英', pickUpRelation1: '奶奶', pickUpPhone1: '13900000009' };
const notes = { healthNotes: '花生过敏', healthConsent: 'yes' };

/** A place in a class that the town has sent back, naming `fields`. */
async function aSentBack(fields: SentBackField[]) {
  const scene = await arrange(async (tx) => {
    const town = await anOrganisation(tx, { kind: 'town_federation' });
    const member = await aMember(tx, { organisationId: town.id });
    const second = await aMember(tx, { organisationId: town.id });
    const child = await aChild(tx, { guardians: [member, second] });
    const offering = await anOffering(tx, {
      organisationId: town.id,
      kind: 'childcare',
      needsApproval: true,
      asksHealthNotes: true,
    });
    const session = await aSession(tx, { offeringId: offering.id });
    const officer = (await anOfficer(tx, 'town_admin', town.id)).actor;
    return { member, second, child, offering, session, officer };
  });
  const me = as(actorOf(scene.member));
  const booked = await bookPlace(
    me,
    bookPlaceInput.parse({
      offeringId: scene.offering.id,
      sessionId: scene.session.id,
      who: scene.child.childId,
      ...mother,
    }),
  );
  if (!booked.ok) throw new Error(booked.reason);
  const { bookingId } = booked.value;
  const reason = '接送人请写全';
  await sendBackBooking(as(scene.officer), { bookingId, version: 1, reason, fields });
  const answer = (more: object) =>
    answerSendBack(me, answerSendBackInput.parse({ bookingId, ...more }));
  const start = async () => getSealedAnswers(me, await getMyBooking(me, bookingId));
  return { ...scene, me, bookingId, answer, start };
}

const lastNote = async () =>
  (await sqlAsOwner()`select note from booking_events order by id desc limit 1`)[0]?.note;

describe('answering what was sent back', () => {
  beforeEach(resetDb);

  it('begins with what was answered when booking (D10)', async () => {
    const { start } = await aSentBack(['pick_up']);
    expect((await start()).people).toEqual([
      { name: '李梅', relation: '姑姑', phone: '13900000008' },
    ]);
  });

  it('puts the named people on the pick-up list, sealed, and tells the desk what changed (D10, D24)', async () => {
    const { answer, start, bookingId } = await aSentBack(['pick_up']);
    expect(await answer(granny)).toMatchObject({ ok: true });
    expect((await start()).people).toEqual([
      { name: '陈月英', relation: '奶奶', phone: '13900000009' },
    ]);
    expect(await lastNote()).toBe('接送人：姑姑李*（尾号 0008） → 奶奶陈**（尾号 0009）');
    const [row] = await sqlAsOwner()`select * from bookings where id = ${bookingId}`;
    expect(row).toMatchObject({ status: 'pending', sent_back_fields: [] });
    expect(JSON.stringify(row)).not.toMatch(/陈月英|13900000009/);
  });

  it('says that nothing changed, and never what the health notes say', async () => {
    const same = await aSentBack(['pick_up']);
    await same.answer(mother);
    expect(await lastNote()).toBe('内容没有改动');
    await resetDb();
    const { answer, start } = await aSentBack(['health_notes']);
    expect(await answer(notes)).toMatchObject({ ok: true });
    expect(await lastNote()).toBe('健康提示已改');
    expect((await start()).healthNotes).toBe('花生过敏');
  });

  it('leaves alone what was not asked for', async () => {
    const { answer, start } = await aSentBack(['other']);
    expect(await answer({ answer: '资料已寄出', ...granny, ...notes })).toMatchObject({ ok: true });
    expect(await start()).toMatchObject({ people: [{ name: '李梅' }], healthNotes: '' });
  });

  it('is refused beside the empty part of somebody, and stays sent back', async () => {
    const { answer } = await aSentBack(['pick_up']);
    const half = await answer({ pickUpName1: '陈月英', pickUpRelation1: '奶奶' });
    expect(half).toMatchObject({ reason: 'missing' });
    expect(Object.keys((!half.ok && half.fieldErrors) || {})).toEqual(['pickUpPhone1']);
  });

  it('starts for the other guardian with what the first one answered', async () => {
    const { second, bookingId } = await aSentBack(['pick_up']);
    const they = as(actorOf(second));
    const seen = await getSealedAnswers(they, await getMyBooking(they, bookingId));
    expect(seen).toMatchObject({ people: [{ name: '李梅' }], healthNotes: '' });
  });
});
