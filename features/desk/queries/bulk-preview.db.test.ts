import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { whyNotInBulk } from '../rules/bulk';
import { previewBulk } from './bulk-preview';

async function scene() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const made = await anOfficer(tx, 'town_admin', tree.town.id);
    const fine = await aSubmittedApplication(tx, { organisationId: tree.union.id, name: '韦小满' });
    const own = await aSubmittedApplication(tx, { organisationId: tree.union.id, applicant: made });
    const entered = await aSubmittedApplication(tx, {
      organisationId: tree.union.id,
      after: { enteredBy: made.accountId },
    });
    const done = await aSubmittedApplication(tx, {
      organisationId: tree.union.id,
      after: { status: 'approved', decidedAt: tx.now },
    });
    const elsewhere = await aSubmittedApplication(tx, { organisationId: tree.otherUnion.id });
    const member = await aMember(tx, { organisationId: tree.union.id, name: '黄秀英' });
    const offering = await anOffering(tx, { organisationId: tree.town.id, needsApproval: true });
    const session = await aSession(tx, { offeringId: offering.id });
    return {
      tree,
      officer: made.actor,
      fine,
      own,
      entered,
      done,
      elsewhere,
      member,
      offering,
      session,
    };
  });
}

beforeEach(resetDb);

describe('the preview of a bulk approval', () => {
  it('says of each case what stands in its way, and leaves out what is another desk’s', async () => {
    const h = await scene();
    const ids = [h.fine, h.own, h.entered, h.done, h.elsewhere].map(({ id }) => id);
    const rows = await previewBulk(as(h.officer), { applications: ids, bookings: [] });
    const why = Object.fromEntries(rows.map((row) => [row.id, whyNotInBulk(row)]));
    expect(why).toEqual({
      [h.fine.id]: null,
      [h.own.id]: 'own_case',
      [h.entered.id]: 'entered_by_you',
      [h.done.id]: 'settled',
    });
    const fine = rows.find((row) => row.id === h.fine.id);
    expect(fine).toMatchObject({ title: '韦小满', status: 'submitted', version: h.fine.version });
  });

  it('says of whom the officer acts for these days that a colleague decides', async () => {
    const h = await scene();
    const deputy = await arrange((tx) => anOfficer(tx, 'town_admin', h.tree.town.id));
    await sqlAsOwner()`insert into deputies (id, officer_id, deputy_id, starts_on, ends_on, reason)
      values (gen_random_uuid(), ${h.officer.accountId}, ${deputy.accountId}, '2020-01-01', '2999-01-01', '休假')`;
    const [row] = await previewBulk(as(deputy.actor), { applications: [h.own.id], bookings: [] });
    expect(row && whyNotInBulk(row)).toBe('own_case');
  });

  it('tells a first consent from an approval, and a document that is a member’s already', async () => {
    const h = await scene();
    await sqlAsOwner()`update membership_applications set steps_total = 2, step = 1 where id = ${h.fine.id}`;
    await sqlAsOwner()`update people set id_index = (select id_index from membership_applications
      where id = ${h.fine.id}), union_id = ${h.tree.union.id} where id = ${h.member.personId}`;
    const [row] = await previewBulk(as(h.officer), { applications: [h.fine.id], bookings: [] });
    expect(row).toMatchObject({ passes_on: true, duplicate: true });
    expect(row && whyNotInBulk(row)).toBe('duplicate_member');
  });

  it('shows bookings masked, of the kinds and organisers that this officer decides', async () => {
    const h = await scene();
    const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
    const made = await bookPlace(as(actorOf(h.member)), bookPlaceInput.parse(given));
    if (!made.ok) throw new Error(made.reason);
    const asked = { applications: [], bookings: [made.value.bookingId] };
    const rows = await previewBulk(as(h.officer), asked);
    expect(rows).toMatchObject([{ title: '黄**', status: 'pending', own: false, version: 1 }]);
    const stranger = await arrange((tx) => anOfficer(tx, 'town_admin', h.tree.otherTown.id));
    expect(await previewBulk(as(stranger.actor), asked)).toEqual([]);
    const reader = await arrange((tx) => anOfficer(tx, 'viewer', h.tree.district.id));
    expect(await previewBulk(as(reader.actor), asked)).toEqual([]);
  });

  it('says of a family’s case that it is one’s own, and of a booking who entered it (回避)', async () => {
    const h = await scene();
    const made = await arrange(async (tx) => {
      const officer = await anOfficer(tx, 'town_admin', h.tree.town.id);
      await aChild(tx, { guardians: [officer, h.member] });
      const organisationId = h.tree.union.id;
      const stranger = await aMember(tx, { organisationId });
      const booked = (member: typeof stranger, session: typeof h.session) =>
        aBooking(tx, { session, member, organisationId });
      const family = await booked(h.member, h.session);
      const entered = await booked(stranger, h.session);
      await tx.db.update(bookings).set({ status: 'pending' });
      await tx.db
        .update(bookings)
        .set({ enteredBy: officer.accountId })
        .where(eq(bookings.id, entered.id));
      const applied = await aSubmittedApplication(tx, { organisationId, applicant: h.member });
      return { officer, family, entered, applied };
    });
    const rows = await previewBulk(as(made.officer.actor), {
      applications: [made.applied.id],
      bookings: [made.family.id, made.entered.id],
    });
    expect(Object.fromEntries(rows.map((row) => [row.id, whyNotInBulk(row)]))).toEqual({
      [made.applied.id]: 'own_case',
      [made.family.id]: 'own_case',
      [made.entered.id]: 'entered_by_you',
    });
  });
});
