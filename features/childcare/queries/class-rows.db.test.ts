import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { actorOf, anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { type Ctx, makeCtx } from '@/lib/ctx';
import { read, transaction } from '@/lib/transaction';
import { addClassStaff } from '../commands/add-staff';
import {
  aClass,
  anotherChild,
  type Class,
  grandmother,
  ready,
} from '../commands/class-day.test-helpers';
import { handOver } from '../commands/hand-over';
import { makePickUpCode } from '../commands/make-pick-up-code';
import { recordIncident } from '../commands/record-incident';
import { signInChild } from '../commands/sign-in';
import { getChildRecord } from './child-record';
import { personKeyOf } from './class-child';

type Viewer =
  | 'mother'
  | 'father'
  | 'teacher'
  | 'officer'
  | 'otherMother'
  | 'unchecked'
  | 'outsider'
  | 'stranger'
  | 'below';
let c: Class;
let viewers: Record<Viewer, Ctx>;

// A day of a class with two children, once for all: whoever only looks changes nothing.
beforeAll(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
  const other = await anotherChild(c);
  const phone = '13911110009';
  const late = await arrange((tx) => anAccount(tx, { phone, displayName: '周志强' }));
  const child = { sessionId: c.sessionId, bookingId: c.bookingId };
  await signInChild(c.teacher, child);
  await signInChild(c.teacher, { ...child, bookingId: other.bookingId });
  await makePickUpCode(c.mother, { bookingId: c.bookingId, bearer: '张伟' });
  await handOver(c.teacher, {
    by: 'person',
    ...child,
    who: `listed:${personKeyOf(grandmother.phone)}`,
  });
  await getChildRecord(c.teacher, c.sessionId, c.bookingId);
  const line = { on: c.today, time: '00:00', action: '消毒', told: null, corrects: null };
  await recordIncident(c.teacher, { ...child, ...line, what: '手指蹭破皮' });
  await recordIncident(c.teacher, { ...child, ...line, bookingId: null, what: '停电' });
  await sqlAsOwner()`insert into class_absences
    (booking_id, on_day, session_id, organiser_id, child_id, announced_at)
    select id, ${c.today}::date + 1, session_id, organiser_id, child_id, now() from bookings`;
  await sqlAsOwner()`insert into pick_up_photos
    (id, booking_id, organiser_id, child_id, person_key, photo_sealed, added_at)
    select gen_random_uuid(), id, organiser_id, child_id, 'k', 'sealed', now() from bookings
    where id = ${c.bookingId}`;
  await addClassStaff(c.officer, {
    sessionId: c.sessionId,
    name: '周志强',
    role: 'volunteer',
    phone,
  });
  viewers = {
    ...{ mother: c.mother, father: c.father, teacher: c.teacher, officer: c.officer },
    ...{ otherMother: other.guardian, unchecked: as(actorOf(late)) },
    ...{ outsider: c.outsider, stranger: c.stranger, below: c.below },
  };
});

const tables = [
  'class_staff',
  'class_checklist',
  'class_openings',
  'class_absences',
  'class_incidents',
  'child_hand_overs',
  'pick_up_codes',
  'pick_up_photos',
  'child_record_views',
] as const;
/** How many rows of each table somebody gets who asks the database for all of them. */
const rowsOf = async (ctx: Ctx): Promise<number[]> =>
  read(ctx, async (tx) => {
    const counts: number[] = [];
    for (const table of tables) {
      const [row] = await tx.db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)}`,
      );
      counts.push(row?.n ?? -1);
    }
    return counts;
  });

describe('the rows of a class', () => {
  // staff, checklist, openings, absences, incidents, hand-overs, codes, photos, looks
  test.each<[Viewer, string, number[]]>([
    ['mother', 'what is about her child and the whole class', [0, 0, 0, 1, 2, 1, 1, 1, 1]],
    ['father', 'the same as the mother', [0, 0, 0, 1, 2, 1, 1, 1, 1]],
    ['otherMother', 'her own child’s and the whole class’s', [0, 0, 0, 1, 1, 0, 0, 0, 0]],
    ['teacher', 'the day of the class, and no code', [1, 0, 1, 2, 2, 1, 0, 1, 0]],
    ['officer', 'everything but codes and who looked', [2, 5, 1, 2, 2, 1, 0, 1, 0]],
    ['unchecked', 'their own line and nothing else', [1, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['outsider', 'nothing', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['stranger', 'nothing, being of another town', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['below', 'nothing, being of a union below', [0, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('give the %s %s', async (viewer, _what, rows) => {
    expect(await rowsOf(viewers[viewer])).toEqual(rows);
  });

  it('are all there for the system, so that the counts above mean something', async () => {
    expect(await rowsOf(makeCtx(system()))).toEqual([2, 5, 1, 2, 2, 1, 1, 1, 1]);
  });
});

describe('the database itself', () => {
  const asSystem = (statement: ReturnType<typeof sql>) =>
    transaction(makeCtx(system()), (tx) => tx.db.execute(statement));
  const refused = (constraint: string) => ({ cause: { constraint_name: constraint } });
  const entry = (kind: 'in' | 'out', round: number, more = sql`true`) =>
    asSystem(sql`insert into check_ins (id, booking_id, session_id, meeting_on, kind, at, way, round)
      select gen_random_uuid(), id, session_id, ${c.today}::date, ${kind}, now(), 'roll', ${round}
      from bookings where ${more}`);

  it('lets no child out without a hand-over, whoever asks', async () => {
    await expect(entry('out', 7, sql`id <> ${c.bookingId}`)).rejects.toMatchObject(
      refused('class_day_hand_over'),
    );
  });

  it('opens no class with a check missing, and registers nobody twice', async () => {
    await expect(asSystem(sql`update class_openings set opened_at = now()`)).rejects.toMatchObject(
      refused('class_openings_ready'),
    );
    await expect(
      asSystem(sql`insert into class_staff (id, session_id, organiser_id, role, name, phone_sealed, phone_index, phone_tail, created_by)
        select gen_random_uuid(), session_id, organiser_id, role, name, phone_sealed, phone_index, phone_tail, created_by
        from class_staff limit 1`),
    ).rejects.toMatchObject(refused('class_staff_once_idx'));
  });
});
