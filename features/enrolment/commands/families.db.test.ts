import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDrawnCourse, enter, entrants } from '@/db/factories/draws';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import {
  type Course,
  drawn,
  officerOf,
  sealed,
  statusesOf,
} from '@/features/draws/draw.test-helpers';
import { explainPlaces } from '@/features/places/queries/where-places';
import { changeSession } from '@/features/scheduling/commands/change-session';
import { bookPlaceInput } from '../schema/booking';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';

beforeEach(resetDb);

const aClass = (capacity: number, siblings: string) =>
  aDrawnCourse({
    capacity,
    terms: {
      waitlist: { mode: 'promote' },
      siblings,
      draw: {
        seed: 'lottery',
        seedOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
      },
    },
    offering: { kind: 'childcare', term: '2026-summer' },
  });

/** A parent of so many children. */
const aParent = (course: Course, count: number, others: MadeAccount[] = []) =>
  arrange(async (tx) => {
    const parent = await aMember(tx, { organisationId: course.union.id });
    const children: string[] = [];
    for (let n = 0; n < count; n++) {
      const guardians = [parent, ...others];
      children.push((await aChild(tx, { guardians, name: `陈小${'禾苗穗'[n]}` })).childId);
    }
    return { parent, children };
  });

async function enterAll(course: Course, family: Awaited<ReturnType<typeof aParent>>) {
  for (const child of family.children) {
    const entered = await enter(course, family.parent, child, { withSiblings: 'yes' });
    if (!entered.ok) throw new Error(entered.reason);
  }
}

const grow = (course: Course, capacity: number) => {
  const { id: sessionId, title, place, startsAt, endsAt } = course.session;
  const details = { weekdays: [], off: [], skipHolidays: false, room: '', note: '' };
  const content = { title, place, venueId: null, startsAt, endsAt, details, capacity };
  return changeSession(officerOf(course), { sessionId, version: 1, evenSo: false, content });
};

const openAgain = (course: Course) =>
  sqlAsOwner()`update offerings set booking_closes_at = now() + interval '1 day'
    where id = ${course.offering.id}`;

describe('siblings 同进同退', () => {
  it('are not parted by the waiting list either; a single child behind them gets the one place', async () => {
    const course = await aClass(1, 'together');
    const twins = await aParent(course, 2);
    await enterAll(course, twins);
    const { list } = await drawn(course);
    expect(list.entries.map((e) => e.household)).toEqual(['f1', 'f1']);
    expect(await statusesOf(course)).toEqual(['waitlisted', 'waitlisted']);
    const [panel] = await explainPlaces(officerOf(course), course.offering);
    expect(panel?.lines.map((line) => line.why.words)).toEqual([
      '一家 2 人同进同退，空着的不够一起给，够了就轮到',
      '一家 2 人同进同退，空着的不够一起给，够了就轮到',
    ]);
    expect(panel?.lines.map((line) => line.couldHave)).toEqual([false, false]);

    await openAgain(course);
    const single = await aParent(course, 1);
    const said = await enter(course, single.parent, single.children[0] ?? '');
    expect(said).toMatchObject({ ok: true });
    const rows =
      await sqlAsOwner()`select status from bookings where account_id = ${single.parent.accountId}`;
    expect(rows).toMatchObject([{ status: 'booked' }]);
    expect(await statusesOf(course)).toEqual(['waitlisted', 'waitlisted']);

    expect(await grow(course, 2)).toMatchObject({ ok: true });
    expect(await statusesOf(course)).toEqual(['waitlisted', 'waitlisted']);
    const [own] =
      await sqlAsOwner()`select id from bookings where account_id = ${single.parent.accountId}`;
    await cancelBooking(as(actorOf(single.parent)), { bookingId: own?.id });
    expect(await statusesOf(course)).toEqual(['booked', 'booked']);
    const [places] = await sqlAsOwner()`select taken, waiting from session_capacity`;
    expect(places).toMatchObject({ taken: 2, waiting: 0 });
  });

  it('with 尽量一起 are parted where there is no other way', async () => {
    const course = await aClass(1, 'best_effort');
    await enterAll(course, await aParent(course, 2));
    await drawn(course);
    expect((await statusesOf(course)).sort()).toEqual(['booked', 'waitlisted']);
  });
});

describe('one child', () => {
  it('enters once, whichever guardian comes, and has one place in all classes of the term', async () => {
    const course = await aClass(3, 'none');
    const father = await arrange((tx) => aMember(tx, { organisationId: course.union.id }));
    const { parent, children } = await aParent(course, 1, [father]);
    const child = children[0] ?? '';
    expect(await enter(course, parent, child)).toMatchObject({ ok: true });
    expect(await enter(course, father, child)).toMatchObject({
      ok: false,
      reason: 'already_booked',
    });
    const other = await arrange(async (tx) => {
      const given = {
        organisationId: course.union.id,
        kind: 'childcare',
        term: '2026-summer',
      } as const;
      const offering = await anOffering(tx, given);
      return { offering, session: await aSession(tx, { offeringId: offering.id }) };
    });
    const input = { offeringId: other.offering.id, sessionId: other.session.id, who: child };
    const said = await bookPlace(as(actorOf(father)), bookPlaceInput.parse(input));
    expect(said).toMatchObject({ ok: false, reason: 'ineligible', detail: { rule: 'term' } });
  });
});

describe('what decides before the draw', () => {
  const claims = [
    { key: 'hardship', label: '建档困难', claim: true, points: 4 },
    { key: 'single', label: '单亲', claim: true, points: 3 },
    { key: 'town', label: '新就业形态', criteria: { newFormOnly: true }, points: 2 },
  ];

  it('按优先级: points are added up, a claim counts once its proof was seen, equal scores are drawn', async () => {
    const course = await aDrawnCourse({
      capacity: 2,
      terms: {
        tiers: claims,
        draw: {
          seed: 'lottery',
          seedOn: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
        },
      },
      offering: { allocation: 'priority' },
    });
    await entrants(course, 5);
    const sql = sqlAsOwner();
    const verified = (no: number, tier: string, status: string) =>
      sql`insert into booking_claims (booking_id, tier_key, status, created_at)
        select id, ${tier}, ${status}, now() from bookings where entry_no = ${no}`;
    await verified(1, 'hardship', 'verified');
    await verified(2, 'single', 'verified');
    await verified(3, 'hardship', 'declared');
    await verified(4, 'single', 'verified');
    await sql`update memberships set is_new_form = true where person_id =
      (select person_id from bookings where entry_no = 4)`;
    const { list } = await drawn(course);
    // Of 9 points: 4, 3, none yet, 3 + 2, none.
    expect(list.entries.map((e) => e.tier)).toEqual([6, 7, 10, 5, 10]);
    const statuses = await statusesOf(course);
    expect([statuses[3], statuses[0]]).toEqual(['booked', 'booked']);
  });

  it('whoever lost the last draw of the same course has two tickets', async () => {
    const course = await aDrawnCourse({ capacity: 1, rules: { waitlistMax: 0 } });
    const people = await entrants(course, 3);
    await drawn(course);
    const lost = (await statusesOf(course)).flatMap((s, at) => (s === 'not_drawn' ? [at] : []));
    expect(lost).toHaveLength(2);
    const again = await aDrawnCourse({ capacity: 1 });
    await sqlAsOwner()`update offerings set copied_from = ${course.offering.id}, organisation_id = ${course.union.id}
      where id = ${again.offering.id}`;
    for (const person of people) {
      const entered = await enter(again, person);
      if (!entered.ok) throw new Error(entered.reason);
    }
    await sqlAsOwner()`update offerings set organisation_id = ${again.union.id} where id = ${again.offering.id}`;
    const { list } = await sealed(again);
    expect(list.entries.map((e) => e.weight)).toEqual(
      [0, 1, 2].map((n) => (lost.includes(n) ? 2 : 1)),
    );
  });

  it('places kept for a group go to it, and those it leaves flow back in the same draw', async () => {
    const course = await aDrawnCourse({ capacity: 4 });
    const people = await entrants(course, 6);
    const rider = people[5]?.personId ?? '';
    await sqlAsOwner()`update memberships set occupation_code = 'courier' where person_id = ${rider}`;
    await sqlAsOwner()`
      insert into carve_outs (id, session_id, label, position, capacity, criteria, returns_at)
      values (gen_random_uuid(), ${course.session.id}, '快递员', 1, 3,
        '{"newFormOnly":false,"occupations":["courier"],"organisationIds":[]}', now())`;
    await sqlAsOwner()`update session_capacity set reserved = 3 where session_id = ${course.session.id}`;
    const { list } = await drawn(course);
    expect(list).toMatchObject({ open: 1, reserved: [{ letter: 'a', places: 3, returns: true }] });
    const statuses = await statusesOf(course);
    expect(statuses[5]).toBe('booked');
    expect(statuses.filter((s) => s === 'booked')).toHaveLength(4);
    const [places] = await sqlAsOwner()`select taken, reserved, waiting from session_capacity`;
    expect(places).toMatchObject({ taken: 4, reserved: 0, waiting: 2 });
  });
});
