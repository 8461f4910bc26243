import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { read, transaction } from '@/lib/transaction';
import { actorOf, aMember, anAccount, anOfficer, type MadeAccount } from './factories/accounts';
import { arrange, as } from './factories/arrange';
import { aBooking } from './factories/bookings';
import { aChild } from './factories/family';
import { anOffering, aSession } from './factories/offerings';
import { aTree, type Tree } from './factories/organisations';
import { bookings } from './schema/bookings';
import {
  childHandOvers,
  classAbsences,
  classChecklist,
  classIncidents,
  classOpenings,
  classStaff,
  pickUpPhotos,
} from './schema/childcare';
import { checklistItems } from './schema/enums';
import { children, guardians } from './schema/family';
import { accounts, people } from './schema/identity';
import { resetDb, sqlAsOwner } from './testing';

// Two unions that know nothing of each other: whoever works for one sees no row of the other, asked for
// whole tables without any condition, as a forgotten one would.

/** One union's class that is on today, with a child, its staff, and what is kept of them. */
async function aClass(tx: Ctx, tree: Tree, town: { id: string }, union: { id: string }) {
  const today = todayOn(tx.now);
  const officer = await anOfficer(tx, 'town_admin', town.id);
  const parent = await aMember(tx, { organisationId: union.id });
  const { childId } = await aChild(tx, { guardians: [parent] });
  const offering = await anOffering(tx, { organisationId: town.id, kind: 'childcare' });
  const session = await aSession(tx, {
    offeringId: offering.id,
    startsAt: startOfDay(addDays(today, -1)),
    endsAt: startOfDay(addDays(today, 1)),
  });
  const booking = await aBooking(tx, { member: parent, session, organisationId: union.id });
  const waiting = await aMember(tx, { organisationId: tree.otherUnion.id });
  const { childId: notYet } = await aChild(tx, { guardians: [waiting] });
  const queued = await aBooking(tx, {
    ...{ member: waiting, session, organisationId: tree.otherUnion.id },
    status: 'waitlisted',
  });
  for (const [id, child] of [
    [booking.id, childId],
    [queued.id, notYet],
  ]) {
    await tx.db.execute(
      `update bookings set child_id = '${child}', attendee_id = '${child}' where id = '${id}'`,
    );
  }
  const teacher = await anAccount(tx);
  const staffId = newId();
  const of = { sessionId: session.id, organiserId: town.id };
  const about = { ...of, bookingId: booking.id, childId };
  await tx.db.execute(`insert into class_staff
    (id, session_id, organiser_id, role, name, phone_sealed, phone_index, phone_tail, check_passed_on,
      check_reference, check_valid_until)
    select '${staffId}', '${session.id}', '${town.id}', 'teacher', '李素梅', 'x', phone_index, phone_tail,
      '${addDays(today, -9)}', '1', '${today}' from accounts where id = '${teacher.accountId}'`);
  const checked = checklistItems.map((item) => ({ ...of, item, doneOn: today, note: '合格' }));
  await tx.db.insert(classChecklist).values(checked);
  await tx.db.insert(classOpenings).values({ ...of, openedAt: tx.now });
  await tx.db.insert(classAbsences).values({ ...about, onDay: today });
  const line = { id: newId(), recorderLabel: '', happenedAt: tx.now, recordedAt: tx.now };
  await tx.db.insert(classIncidents).values({ ...about, ...line, bodySealed: 'x' });
  await tx.db.insert(childHandOvers).values({
    ...{ ...about, id: newId(), onDay: today, at: tx.now },
    ...{ outcome: 'released', by: 'guardian', staffLabel: '' },
  });
  const { sessionId: _no, ...photo } = about;
  await tx.db
    .insert(pickUpPhotos)
    .values({ ...photo, id: newId(), personKey: 'x', photoSealed: 'x', addedAt: tx.now });
  return { officer, teacher, parent, childId, staffId, bookingId: booking.id, ...of };
}

type Class = Awaited<ReturnType<typeof aClass>>;
let [mine, other]: Class[] = [];
const seen = (actor: Actor, table: PgTable) =>
  read(as(actor), (tx) => tx.db.select().from(table)) as Promise<Record<string, unknown>[]>;
const ids = async (actor: Actor, table: PgTable, column = 'id') =>
  (await seen(actor, table)).map((row) => row[column]);
const staff = () => actorOf(mine?.teacher as MadeAccount);

beforeEach(async () => {
  await resetDb();
  [mine, other] = await arrange(async (tx) => {
    const tree = await aTree(tx);
    return [
      await aClass(tx, tree, tree.town, tree.union),
      await aClass(tx, tree, tree.otherTown, tree.otherUnion),
    ];
  });
});

describe('the staff of a class', () => {
  it('see its roll, its children, their guardians and what is kept of them, and nothing of another class', async () => {
    const actor = staff();
    expect(await ids(actor, bookings)).toEqual([mine?.bookingId]);
    expect(await ids(actor, children)).toEqual([mine?.childId]);
    expect(await ids(actor, guardians, 'childId')).toEqual([mine?.childId]);
    const known = [mine?.teacher.accountId, mine?.parent.accountId];
    expect((await ids(actor, accounts)).sort()).toEqual(known.sort());
    expect(await ids(actor, classStaff)).toEqual([mine?.staffId]);
    const classTables = [classOpenings, classAbsences, classIncidents, childHandOvers];
    for (const table of classTables) {
      expect(await ids(actor, table, 'sessionId'), getTableName(table)).toEqual([mine?.sessionId]);
    }
    expect(await ids(actor, pickUpPhotos, 'bookingId')).toEqual([mine?.bookingId]);
    expect(await ids(actor, people, 'accountId')).toEqual([mine?.teacher.accountId]);
  });

  it.each([
    [
      'whose check ran out yesterday',
      'update class_staff set check_valid_until = current_date - 2',
    ],
    ['who were taken off it', 'update class_staff set removed_at = now()'],
    [
      'of one that ended two days ago',
      `update offering_sessions set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days'`,
    ],
    ['whose account is closed', 'update accounts set disabled_at = now()'],
  ])('%s see nothing of it', async (_who, change) => {
    await sqlAsOwner().unsafe(change);
    for (const table of [bookings, children, guardians, classOpenings, pickUpPhotos]) {
      expect(await seen(staff(), table), getTableName(table)).toEqual([]);
    }
  });

  it('change nothing of what they see', async () => {
    const changed = await transaction(as(staff()), (tx) =>
      tx.db.update(bookings).set({ attendeeMasked: '' }).returning({ id: bookings.id }),
    );
    expect(changed).toEqual([]);
    const gone = await transaction(as(staff()), (tx) => tx.db.delete(classAbsences).returning());
    expect(gone).toEqual([]);
  });
});

describe('an organiser', () => {
  it('sees people only of its own bookings and of its own unions', async () => {
    const officer = mine?.officer.actor as Actor;
    const met = await ids(officer, people, 'accountId');
    expect(met).toContain(mine?.parent.accountId);
    expect(met).not.toContain(other?.parent.accountId);
    await sqlAsOwner()`update bookings set organiser_id = ${mine?.organiserId ?? ''}
      where id = ${other?.bookingId ?? ''}`;
    expect(await ids(officer, people, 'accountId')).toContain(other?.parent.accountId);
  });

  it('sees the children and the records of its own classes alone', async () => {
    const officer = mine?.officer.actor as Actor;
    expect(await ids(officer, children)).not.toContain(other?.childId);
    for (const table of [
      classStaff,
      classOpenings,
      classAbsences,
      classIncidents,
      childHandOvers,
    ]) {
      const at = await ids(officer, table, 'sessionId');
      expect(at, getTableName(table)).toEqual([mine?.sessionId]);
    }
  });
});
