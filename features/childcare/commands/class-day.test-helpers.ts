import 'server-only';
import { eq } from 'drizzle-orm';
import { actorOf, aMember, anAccount, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree, type Tree } from '@/db/factories/organisations';
import { bookingAnswers, bookingHealth, bookings } from '@/db/schema/bookings';
import { checklistItems } from '@/db/schema/enums';
import { sqlAsOwner } from '@/db/testing';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import { sealField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { addClassStaff } from './add-staff';
import { openClass } from './open-class';
import { recordCheck } from './record-check';
import { recordChecklist } from './record-checklist';

const everyDay = [0, 1, 2, 3, 4, 5, 6];
export const grandmother = { name: '王秀英', relation: '外婆', phone: '13911110001' };
export const teacherPhone = '13911110002';

interface Place {
  readonly offeringId: string;
  readonly session: Awaited<ReturnType<typeof aSession>>;
  readonly tree: Tree;
  readonly guardian: MadeAccount;
  readonly childId: string;
  readonly masked: string;
}

/** A booked place of a child in a class; its id. */
async function aPlaceIn(tx: Ctx, place: Place): Promise<string> {
  const { offeringId, session, tree, guardian, childId, masked } = place;
  const id = newId();
  await tx.db.insert(bookings).values({
    id,
    number: `YY-${id.slice(-8)}`,
    sessionId: session.id,
    offeringId,
    kind: 'childcare',
    accountId: guardian.accountId,
    personId: guardian.personId,
    childId,
    attendeeId: childId,
    organisationId: tree.union.id,
    organiserId: tree.town.id,
    status: 'booked',
    period: periodLiteral(timedOf(session)),
    attendeeMasked: masked,
    phoneTail: '0001',
    createdAt: tx.now,
  });
  return id;
}

/** Another child in the class, of a guardian of its own who wrote nothing about health or pick-up. */
export const anotherChild = (c: { place: Omit<Place, 'childId' | 'masked' | 'guardian'> }) =>
  arrange(async (tx: Ctx) => {
    const guardian = await aMember(tx, { organisationId: c.place.tree.union.id, name: '罗大满' });
    const { childId } = await aChild(tx, { guardians: [guardian], name: '罗小满' });
    const bookingId = await aPlaceIn(tx, { ...c.place, guardian, childId, masked: '罗*满' });
    return { bookingId, childId, guardian: as(actorOf(guardian)) };
  });

/** A second class of the same service with a child in it, on now as well, staffed by nobody. */
export const anotherClass = (c: { place: Omit<Place, 'childId' | 'masked' | 'guardian'> }) =>
  arrange(async (tx: Ctx) => {
    const { offeringId, session: first, tree } = c.place;
    const { startsAt, endsAt, details } = first;
    const session = await aSession(tx, { offeringId, startsAt, endsAt, details });
    const guardian = await aMember(tx, { organisationId: tree.union.id, name: '罗大满' });
    const { childId } = await aChild(tx, { guardians: [guardian], name: '罗小满' });
    await aPlaceIn(tx, { ...c.place, session, guardian, childId, masked: '罗*满' });
    return session.id;
  });

/** A class that is on now whatever the hour, with one child of two guardians and a list of one. */
export const aClass = () =>
  arrange(async (tx: Ctx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const stranger = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    const below = await anOfficer(tx, 'union_admin', tree.union.id);
    const mother = await aMember(tx, { organisationId: tree.union.id });
    const father = await aMember(tx, { organisationId: tree.union.id, name: '陈二帆' });
    const outsider = await aMember(tx, { organisationId: tree.otherUnion.id, name: '黄小明' });
    const teacher = await anAccount(tx, { phone: teacherPhone, displayName: '李素梅' });
    const child = await aChild(tx, { guardians: [mother, father] });
    const offering = await anOffering(tx, { organisationId: tree.town.id, kind: 'childcare' });
    const today = todayOn(tx.now);
    const session = await aSession(tx, {
      offeringId: offering.id,
      startsAt: startOfDay(addDays(today, -3)),
      endsAt: new Date(startOfDay(addDays(today, 4)).getTime() - 60_000),
      details: { weekdays: everyDay },
    });
    const place = { offeringId: offering.id, session, tree, guardian: mother };
    const bookingId = await aPlaceIn(tx, { ...place, childId: child.childId, masked: '陈*禾' });
    await tx.db
      .update(bookings)
      .set({
        healthSealed: sealField('花生过敏', bookingHealth(bookingId)),
        answersSealed: sealField(JSON.stringify([grandmother]), bookingAnswers(bookingId)),
      })
      .where(eq(bookings.id, bookingId));
    const on = (made: typeof mother) => as(actorOf(made));
    return {
      today,
      officer: as(officer.actor),
      stranger: as(stranger.actor),
      below: as(below.actor),
      mother: on(mother),
      father: on(father),
      outsider: on(outsider),
      teacher: as(actorOf(teacher)),
      sessionId: session.id,
      bookingId,
      childId: child.childId,
      place,
    };
  });

export type Class = Awaited<ReturnType<typeof aClass>>;

/** Everything settled but the check of the one teacher. */
export async function almostReady(c: Class): Promise<string> {
  const { sessionId } = c;
  await addClassStaff(c.officer, {
    sessionId,
    name: '李素梅',
    role: 'teacher',
    phone: teacherPhone,
  });
  for (const item of checklistItems) {
    await recordChecklist(c.officer, { sessionId, item, doneOn: c.today, note: '合格' });
  }
  const [row] = await sqlAsOwner()<{ id: string }[]>`select id from class_staff`;
  return row?.id ?? '';
}

/** The class with its check recorded, and open. */
export async function ready(c: Class): Promise<string> {
  const staffId = await almostReady(c);
  await recordCheck(c.officer, { staffId, passedOn: c.today, reference: '港南查1号' });
  await openClass(c.officer, { sessionId: c.sessionId });
  return staffId;
}
