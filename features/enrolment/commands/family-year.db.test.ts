import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDrawnCourse, enter, entrants } from '@/db/factories/draws';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { drawn } from '@/features/draws/draw.test-helpers';
import { aScene, handIn, linesOf, outcomes } from '@/features/unit-lists/unit-list.test-helpers';
import { bookPlaceInput, cancelBookingInput } from '../schema/booking';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';
import { rescheduleBooking } from './reschedule-booking';

const rules = { familyYearLimit: 1, familyYearOf: 'kind' };
/** Noon of a day so many years ahead, so that no run of the tests crosses a new year. */
const inYear = (tx: { now: Date }, ahead: number, month: number) =>
  new Date(`${tx.now.getFullYear() + ahead}-${String(month).padStart(2, '0')}-10T04:00:00Z`);

const couple = (one: MadeAccount, two: MadeAccount) =>
  arrange((tx) => aChild(tx, { guardians: [one, two] }));

/** Two courses with the limit and a third member; the couple has one child. */
async function scene(capacity = 9) {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = () => aMember(tx, { organisationId: tree.union.id });
    const [wife, husband, other] = [await member(), await member(), await member()];
    const courses = [];
    for (const [ahead, month] of [
      [1, 3],
      [1, 6],
      [2, 3],
    ] as const) {
      const offering = await anOffering(tx, { organisationId: tree.district.id, rules });
      const startsAt = inYear(tx, ahead, month);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const session = { offeringId: offering.id, startsAt, endsAt, capacity };
      courses.push(await aSession(tx, session));
    }
    const [spring, summer, later] = courses;
    if (!spring || !summer || !later) throw new Error('no courses');
    return { wife, husband, other, spring, summer, later };
  });
  await couple(made.wife, made.husband);
  return made;
}

type Session = { id: string; offeringId: string };
const book = (who: MadeAccount, { id, offeringId }: Session) =>
  bookPlace(
    as(actorOf(who)),
    bookPlaceInput.parse({ offeringId, sessionId: id, who: 'self', screeningConsent: 'yes' }),
  );
const statusOf = async (who: MadeAccount) =>
  (await sqlAsOwner()`select status from bookings where person_id = ${who.personId}`).map(
    (row) => row.status,
  );
const twice = { reason: 'ineligible', detail: { rule: 'family_year' } };

beforeEach(resetDb);

describe('one place a family and year (C16)', () => {
  it('is given once when both spouses ask for it at the same instant, in two courses', async () => {
    const { wife, husband, other, spring, summer } = await scene();
    const both = await raceAt(
      'book:locked',
      () => book(wife, spring),
      () => book(husband, summer),
    );
    expect(both.filter((r) => r.ok)).toHaveLength(1);
    expect(both.find((r) => !r.ok)).toMatchObject(twice);
    expect(await book(other, spring)).toMatchObject({ ok: true });
  });

  it('says how many, not whose, and what to do; the year is that of the first day', async () => {
    const { wife, husband, spring, summer, later } = await scene();
    await book(wife, spring);
    const refused = await book(husband, summer);
    if (refused.ok) throw new Error('both in');
    const year = spring.startsAt.getFullYear();
    expect(refused.detail).toMatchObject({
      text: '每个家庭每年最多 1 次（同类服务）',
      note: `您家 ${year} 年已用 1 次`,
      fix: '想换人，先请家人取消已有的；或等下一年的场次',
      href: '',
    });
    expect(await book(husband, later)).toMatchObject({ ok: true });
  });

  it('lets both wait, and passes over the second when a place is free for them', async () => {
    const { wife, husband, other, spring, summer } = await scene(1);
    const booked = await book(other, summer);
    if (!booked.ok) throw new Error(booked.reason);
    expect(await book(husband, summer)).toMatchObject({ value: { status: 'waitlisted' } });
    expect(await book(wife, spring)).toMatchObject({ ok: true });
    const { bookingId } = booked.value;
    await cancelBooking(as(actorOf(other)), cancelBookingInput.parse({ bookingId }));
    expect(await statusOf(husband)).toEqual(['refused']);
    const [notified] = await sqlAsOwner()`
      select body from notices where account_id = ${husband.accountId} order by created_at desc limit 1`;
    expect(notified?.body).toContain('每个家庭每年最多 1 次');
  });

  it('is won once by a family in one draw, and the place goes to the next', async () => {
    const course = await aDrawnCourse({ capacity: 2, rules });
    const [one, two] = await entrants(course, 2);
    if (!one || !two) throw new Error('nobody');
    await couple(one, two);
    const third = await arrange((tx) => aMember(tx, { organisationId: course.union.id }));
    await drawn(course);
    const both = [...(await statusOf(one)), ...(await statusOf(two))].sort();
    expect(both).toEqual(['booked', 'refused']);
    const [row] = await sqlAsOwner()`
      select taken from session_capacity where session_id = ${course.session.id}`;
    expect(row?.taken).toBe(1);
    expect(await enter(course, third)).toMatchObject({ ok: false });
  });

  it('takes the first of a couple off a union’s list', async () => {
    const scene = await aScene({ capacity: 9, rules });
    const [one, two] = scene.people;
    if (!one || !two) throw new Error('nobody');
    await couple(one, two);
    const done = await handIn(scene, { pasted: await linesOf(scene) });
    expect(await outcomes(done.listId)).toEqual(['offered', 'ineligible', 'offered', 'offered']);
  });

  it('holds when one moves into the year of the other', async () => {
    const { wife, husband, spring, later } = await scene();
    const screening = await arrange(async (tx) => {
      const kind = 'screening' as const;
      const [first] = await tx.db.execute<{ id: string }>(
        `select organisation_id as id from offerings limit 1`,
      );
      const offering = await anOffering(tx, { organisationId: first?.id ?? '', kind, rules });
      const at = async (startsAt: Date) =>
        aSession(tx, {
          offeringId: offering.id,
          startsAt,
          endsAt: new Date(startsAt.getTime() + 3_600_000),
        });
      return { soon: await at(spring.startsAt), next: await at(later.startsAt) };
    });
    expect(await book(wife, screening.soon)).toMatchObject({ ok: true });
    const his = await book(husband, screening.next);
    if (!his.ok) throw new Error(his.reason);
    const move = { bookingId: his.value.bookingId, sessionId: screening.soon.id };
    expect(await rescheduleBooking(as(actorOf(husband)), move)).toMatchObject({
      reason: 'ineligible',
    });
    expect(await statusOf(husband)).toEqual(['booked']);
  });
});
