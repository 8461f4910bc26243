import 'server-only';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { bookings } from '@/db/schema/bookings';
import {
  childHandOvers,
  childRecordViews,
  classAbsences,
  classIncidents,
  classNotes,
  classStaff,
  noteBody,
  pickUpCodes,
  pickUpPhotos,
} from '@/db/schema/childcare';
import { guardians } from '@/db/schema/family';
import { accounts, people } from '@/db/schema/identity';
import { openField } from '@/lib/crypto/field';
import type { Ctx } from '@/lib/ctx';
import { todayOn } from '@/lib/dates';
import { readSettings } from '@/lib/settings';
import { incidentLines } from './queries/incidents';
import { classRecordDays, staffKeepDays } from './settings';
import { forgetStaff, forgetStaffOf } from './steps/forget-staff';

/** Children whose guardian the person is or was. */
const childrenOf = (tx: Ctx, personId: string) =>
  tx.db.select({ id: guardians.childId }).from(guardians).where(eq(guardians.personId, personId));

/** Whoever looks after a class is known there by the phone they sign in with. */
const phoneOf = (tx: Ctx, personId: string) =>
  tx.db
    .select({ index: accounts.phoneIndex })
    .from(accounts)
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(eq(people.id, personId));

/** What a class keeps of the person's children, and of the person as its staff, for 查阅复制 (PIPL 45). The caller audits it. */
async function exportOf(tx: Ctx, personId: string) {
  const mine = childrenOf(tx, personId);
  const [absences, handOvers, looks, incidents, notes, staff] = await Promise.all([
    tx.db
      .select({ on: classAbsences.onDay, announcedAt: classAbsences.announcedAt })
      .from(classAbsences)
      .where(inArray(classAbsences.childId, mine)),
    tx.db
      .select({ at: childHandOvers.at, outcome: childHandOvers.outcome, by: childHandOvers.by })
      .from(childHandOvers)
      .where(inArray(childHandOvers.childId, mine)),
    tx.db
      .select({
        at: childRecordViews.at,
        who: childRecordViews.viewerLabel,
        role: childRecordViews.viewerRole,
        what: childRecordViews.what,
      })
      .from(childRecordViews)
      .where(inArray(childRecordViews.childId, mine)),
    incidentLines(tx, inArray(classIncidents.childId, mine)),
    tx.db
      .select({ id: classNotes.id, at: classNotes.writtenAt, bodySealed: classNotes.bodySealed })
      .from(classNotes)
      .where(inArray(classNotes.childId, mine)),
    tx.db
      .select({
        name: classStaff.name,
        role: classStaff.role,
        checkPassedOn: classStaff.checkPassedOn,
        checkReference: classStaff.checkReference,
        checkValidUntil: classStaff.checkValidUntil,
        removedAt: classStaff.removedAt,
      })
      .from(classStaff)
      .where(inArray(classStaff.phoneIndex, phoneOf(tx, personId))),
  ]);
  const shown = incidents.map(({ happenedAt, what, action }) => ({ happenedAt, what, action }));
  const handedOn = notes.map(({ id, at, bodySealed }) => ({
    at,
    text: openField(bodySealed, noteBody(id)),
  }));
  return { class: { absences, handOvers, looks, incidents: shown, notes: handedOn, staff } };
}

/**
 * Removes pictures and codes of classes that are over, and the person as staff of such (PIPL 47); the
 * log of the class is forgotten by the clock. What lies ahead is cancelled first. Run it as the system.
 * @returns how many pictures, codes and lines went
 */
async function erase(tx: Ctx, personId: string): Promise<number> {
  const over = tx.db
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.personId, personId),
        sql`exists (select 1 from offering_sessions s where s.id = ${bookings.sessionId} and s.ends_at < now())`,
      ),
    );
  const photos = await tx.db
    .delete(pickUpPhotos)
    .where(inArray(pickUpPhotos.bookingId, over))
    .returning({ id: pickUpPhotos.id });
  const codes = await tx.db
    .delete(pickUpCodes)
    .where(inArray(pickUpCodes.bookingId, over))
    .returning({ id: pickUpCodes.id });
  const own = await phoneOf(tx, personId);
  const staff = await forgetStaffOf(
    tx,
    own.map(({ index }) => index),
  );
  return photos.length + codes.length + staff;
}

/** Guardians may ask for a year who looked. */
const LOOK_DAYS = 365;

/**
 * Yesterday's codes go at night; pictures, incidents and names of who came, the set days after the
 * class; who its staff were, after the years that a check is kept (settings). A job calls it daily.
 * @returns how many rows were forgotten
 */
async function expire(tx: Ctx): Promise<number> {
  const { days, staffDays } = await readSettings(tx, {
    days: classRecordDays,
    staffDays: staffKeepDays,
  });
  await tx.db.delete(classNotes).where(
    sql`exists (select 1 from offering_sessions s where s.id = ${classNotes.sessionId}
      and s.ends_at < now() - make_interval(days => ${days}))`,
  );
  await tx.db.delete(pickUpCodes).where(lt(pickUpCodes.onDay, todayOn(tx.now)));
  await tx.db.delete(pickUpPhotos).where(
    sql`exists (select 1 from bookings b join offering_sessions s on s.id = b.session_id
      where b.id = ${pickUpPhotos.bookingId} and s.ends_at < now() - make_interval(days => ${days}))`,
  );
  const [row] = await tx.db.execute<{ gone: number }>(
    sql`select forget_class_records(${days}, ${LOOK_DAYS}) as gone`,
  );
  return (row?.gone ?? 0) + (await forgetStaff(tx, staffDays));
}

/** What this module holds of a person, for how long, and how it is handed out or removed. */
export const personalData = {
  module: 'childcare',
  tables: [
    {
      table: 'class_staff',
      holds: '看护人员姓名、电话（加密）、查询日期和编号',
      retention: '班级结束后 3 年（可设），日期留作证明',
    },
    {
      table: 'class_notes',
      holds: '看护人员之间交接的事（加密）',
      retention: '班级结束后按设置的天数',
    },
    { table: 'class_absences', holds: '孩子哪天请假或未到', retention: '随预约' },
    { table: 'pick_up_photos', holds: '接送人照片（加密）', retention: '班级结束后按设置的天数' },
    {
      table: 'pick_up_codes',
      holds: '一次性接送码和来接的人（加密）',
      retention: '当天，夜里删除',
    },
    {
      table: 'child_hand_overs',
      holds: '谁接走孩子（加密）',
      retention: '姓名按设置的天数，时间随预约',
    },
    {
      table: 'class_incidents',
      holds: '孩子在班情况（加密）',
      retention: '班级结束后按设置的天数',
    },
    { table: 'child_record_views', holds: '谁看过孩子的资料', retention: '1 年' },
  ],
  export: exportOf,
  erase,
  expire,
} as const;
