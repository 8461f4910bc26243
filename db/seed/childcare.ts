import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { bookingAnswers, bookingHealth, bookings } from '@/db/schema/bookings';
import { classChecklist, classOpenings, classStaff, classStaffPhone } from '@/db/schema/childcare';
import { checklistItems } from '@/db/schema/enums';
import { children, guardians } from '@/db/schema/family';
import { accounts, people } from '@/db/schema/identity';
import { offeringSessions, offerings, sessionCapacity } from '@/db/schema/offerings';
import { bookingNumber } from '@/features/bookings/rules/attendee';
import { periodLiteral, timedOf } from '@/features/offerings/rules/meetings';
import {
  childcareDetails,
  offeringRules,
  sessionDetails,
} from '@/features/offerings/schema/offering';
import { sealField } from '@/lib/crypto/field';
import { phoneIndex } from '@/lib/crypto/indexes';
import type { Ctx } from '@/lib/ctx';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { invented } from './federation';
import { classTeacher } from './logins';
import { fitted } from './offerings';
import { accountRow, makePeople } from './people';
import { seededRandom } from './random';

const { story } = invented;

export const runningClass = `${story.town}放学后托管班（2026秋）`;
const CHILDREN = 8;
const weekdays = [1, 2, 3, 4, 5, 6];
const term = '2026秋季放学后';

const instant = (on: string, clock: string): Date => {
  const at = parseLocalDateTime(`${on}T${clock}`);
  if (!at) throw new Error(`no such time: ${on} ${clock}`);
  return at;
};

async function seedClass(tx: Ctx, organisationId: string) {
  const today = todayOn(tx.now);
  const { startsAt, endsAt } = fitted({
    startsAt: instant(addDays(today, -21), '16:30'),
    endsAt: instant(addDays(today, 40), '18:30'),
    weekdays,
  });
  const offeringId = newId();
  await tx.db.insert(offerings).values({
    id: offeringId,
    kind: 'childcare',
    status: 'closed',
    title: runningClass,
    summary: '放学后到六点半，写作业、做手工，老师和志愿者看护。',
    description: '小学一至六年级。16:30 到班，18:30 前接走，接送凭名单或一次性接送码。',
    organisationId,
    asksHealthNotes: true,
    bookingOpensAt: instant(addDays(today, -45), '10:00'),
    bookingClosesAt: instant(addDays(today, -25), '18:00'),
    term,
    rules: offeringRules.parse({ gradeMin: 1, gradeMax: 6 }),
    details: childcareDetails.parse({ meals: '点心', staff: '2 名老师、1 名志愿者' }),
    contactPhone: `${invented.phoneArea}-4321000`,
    publishedAt: instant(addDays(today, -48), '09:00'),
  });
  const sessionId = newId();
  const place = `${story.town}职工服务站二楼`;
  const details = sessionDetails.parse({ weekdays });
  await tx.db
    .insert(offeringSessions)
    .values({ id: sessionId, offeringId, title: '一班', startsAt, endsAt, place, details });
  await tx.db
    .insert(sessionCapacity)
    .values({ sessionId, capacity: 20, taken: CHILDREN, waiting: 0, queueNext: 1 });
  return { offeringId, sessionId, startsAt, endsAt, details, today };
}

async function seedStaff(tx: Ctx, organiserId: string, sessionId: string, today: string) {
  const teacher = makePeople(seededRandom(22), 13_900_009_002)(classTeacher);
  await tx.db.insert(accounts).values(accountRow(teacher));
  await tx.db.insert(people).values({ id: teacher.personId, accountId: teacher.accountId });
  const staff = [
    // The town's own officer leads it: with a check like everyone else.
    { name: invented.people.townAdmin, role: 'lead', phone: '13900000021' },
    { ...classTeacher, role: 'teacher' },
    { name: '周志强', role: 'volunteer', phone: '13900009003' },
  ] as const;
  const rows = staff.map(({ phone, ...one }, at) => {
    const id = newId();
    return {
      ...one,
      id,
      sessionId,
      organiserId,
      phoneSealed: sealField(phone, classStaffPhone(id)),
      phoneIndex: phoneIndex(phone),
      phoneTail: phone.slice(-4),
      checkPassedOn: addDays(today, -30 - at),
      checkReference: `${invented.area}查〔2026〕${118 + at}`,
      checkValidUntil: addDays(today, 330 - at),
    };
  });
  await tx.db.insert(classStaff).values(rows);
  const notes = [
    '平安意外险 保单 2026-0831',
    '街道消防站检查，合格',
    `点心由${story.schoolShort}食堂供应`,
    '9 月家长会核对',
    `就近：${story.townShort}社区卫生中心`,
  ];
  const doneOn = addDays(today, -23);
  await tx.db.insert(classChecklist).values(
    checklistItems.map((item, n) => ({
      sessionId,
      organiserId,
      item,
      doneOn,
      note: notes[n] ?? '',
    })),
  );
  const openedAt = instant(addDays(today, -22), '15:00');
  await tx.db.insert(classOpenings).values({ sessionId, organiserId, openedAt });
}

type Class = Awaited<ReturnType<typeof seedClass>>;

/** The first member's younger child and seven others, each with somebody who may fetch it. */
async function seedChildren(tx: Ctx, organiserId: string, made: Class, demo: string) {
  const rows = await tx.db
    .select({
      childId: children.id,
      masked: children.nameMasked,
      accountId: accounts.id,
      tail: accounts.phoneTail,
      personId: people.id,
      unionId: people.unionId,
    })
    .from(guardians)
    .innerJoin(children, eq(children.id, guardians.childId))
    .innerJoin(accounts, eq(accounts.id, guardians.accountId))
    .innerJoin(people, eq(people.accountId, accounts.id))
    .where(and(eq(guardians.status, 'confirmed'), isNotNull(people.unionId)))
    .orderBy(
      sql`${accounts.id} = ${demo} desc`,
      children.createdAt,
      children.nameMasked,
      children.id,
    )
    .limit(CHILDREN + 1);
  // The first member's other child waits for a place elsewhere.
  const chosen = rows.filter((_, at) => at !== 1).slice(0, CHILDREN);
  const [next] = await tx.db.execute<{ n: string }>(
    sql`select max(nextval('booking_numbers'))::text as n from generate_series(1, ${CHILDREN}::int)`,
  );
  const first = Number(next?.n ?? CHILDREN) - CHILDREN + 1;
  const bookedOn = addDays(made.today, -40);
  const values = chosen.map((row, at) => {
    const id = newId();
    const grandmother = { name: '王秀英', relation: '外婆', phone: `1390000${9100 + at}` };
    return {
      id,
      number: bookingNumber(bookedOn, first + at),
      sessionId: made.sessionId,
      offeringId: made.offeringId,
      kind: 'childcare' as const,
      accountId: row.accountId,
      personId: row.personId,
      childId: row.childId,
      attendeeId: row.childId,
      organisationId: row.unionId ?? organiserId,
      organiserId,
      term,
      status: 'booked' as const,
      period: periodLiteral(timedOf(made)),
      healthSealed:
        at === 0 ? sealField('花生过敏，请不要给含花生的点心', bookingHealth(id)) : null,
      answersSealed: sealField(JSON.stringify([grandmother]), bookingAnswers(id)),
      attendeeMasked: row.masked,
      phoneTail: row.tail,
      createdAt: instant(bookedOn, '10:00'),
    };
  });
  await tx.db.insert(bookings).values(values);
}

/** One class that runs these weeks: staff with checks, checklist, children; open since three weeks. */
export async function seedChildcare(tx: Ctx, organisationId: string, demo: string): Promise<void> {
  const made = await seedClass(tx, organisationId);
  await seedStaff(tx, organisationId, made.sessionId, made.today);
  await seedChildren(tx, organisationId, made, demo);
}
