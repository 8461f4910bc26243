import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { counting } from '@/db/counting.test-helpers';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { people } from '@/db/schema/identity';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { bookingCalendar } from '@/features/bookings/queries/booking-calendar';
import { findCancelStatus } from '@/features/eligibility/queries/cancel-status';
import { changeSession } from '@/features/scheduling/commands/change-session';
import { changeSessionInput } from '@/features/scheduling/schema/manage-session';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, parseLocalDateTime, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { bookPlaceInput } from '../schema/booking';
import { acceptMove, endMoveQuestions } from './answer-move';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';

const dayAfter = (days: number) => addDays(todayOn(new Date()), days);
const at = (days: number, time: string) =>
  parseLocalDateTime(`${dayAfter(days)}T${time}`) ?? undefined;

interface Given {
  rules?: Record<string, unknown>;
  details?: Record<string, unknown>;
  birthOn?: string;
}

/** One who has booked a class in forty days, and an officer who moves it. */
const scene = ({ rules = {}, details = {}, birthOn }: Given = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const offering = await anOffering(tx, {
      organisationId: tree.union.id,
      cancelHours: 48,
      rules,
      details,
    });
    const times = { startsAt: at(40, '14:00'), endsAt: at(40, '17:00') };
    const session = await aSession(tx, { offeringId: offering.id, capacity: 1, ...times });
    const member = await aMember(tx, { organisationId: tree.union.id });
    const next = await aMember(tx, { organisationId: tree.union.id });
    await tx.db.update(people).set({ birthOn: '1980-01-01' });
    if (birthOn) await tx.db.update(people).set({ birthOn }).where(eq(people.id, member.personId));
    return { me: as(officer.actor), offering, session, member, next };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

async function book(h: Scene, who: Scene['member']) {
  const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
  const made = await bookPlace(as(actorOf(who)), bookPlaceInput.parse(given));
  if (!made.ok) throw new Error(made.reason);
  return made.value.bookingId;
}

const moveTo = (h: Scene, days: number, more = {}) =>
  changeSession(
    h.me,
    changeSessionInput.parse({
      sessionId: h.session.id,
      version: 1,
      title: h.session.title,
      place: h.session.place,
      startsOn: dayAfter(days),
      startTime: '14:00',
      endsOn: '',
      endTime: '17:00',
      capacity: 1,
      ...more,
    }),
  );

const rowOf = async (id: string) => {
  const [row] = await sqlAsOwner()`select * from bookings where id = ${id}`;
  return row;
};
const clock = () => endMoveQuestions(makeCtx(system()));
const timeIsUp = () => sqlAsOwner()`update bookings set answer_by = now() - interval '1 minute'
  where answer_by is not null`;

beforeEach(resetDb);

describe('a session that is moved into the time in which nobody may cancel', () => {
  it('asks its holders again, who are free to leave and have it not counted', async () => {
    const h = await scene();
    const id = await book(h, h.member);
    const mine = as(actorOf(h.member));
    expect(await moveTo(h, 1)).toMatchObject({ ok: true });
    expect(await rowOf(id)).toMatchObject({ status: 'booked', may_leave: true });
    const [notified] = await sqlAsOwner()`select title, body from notices
      where dedupe_key like '%rescheduled'`;
    expect(notified).toMatchObject({
      title: expect.stringContaining('时间改了，请答复'),
      body: expect.stringMatching(/前答复能不能来，到时没答复，名额仍为您留着/),
    });
    expect(await cancelBooking(mine, { bookingId: id })).toMatchObject({ ok: true });
    expect(await findCancelStatus(mine, id)).toMatchObject({ count: 0 });
  });

  it('binds who says that it suits, once, and raises the number of the calendar entry', async () => {
    const h = await scene();
    const id = await book(h, h.member);
    const mine = as(actorOf(h.member));
    await moveTo(h, 1);
    const file = await bookingCalendar(mine, id, 'https://gh.example.cn');
    expect(file).toContain('SEQUENCE:1');
    await expect(acceptMove(as(actorOf(h.next)), { bookingId: id })).rejects.toThrow(NotFound);
    const yes = () => acceptMove(mine, { bookingId: id });
    expect([await yes(), await yes()]).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await rowOf(id)).toMatchObject({ status: 'booked', may_leave: false, answer_by: null });
    expect(await cancelBooking(mine, { bookingId: id })).toMatchObject({ reason: 'too_late' });
    const events = await sqlAsOwner()`select type from booking_events where type = 'move_kept'`;
    expect(events).toHaveLength(1);
  });

  it('judges the conditions on the new day, and passes the place on', async () => {
    const turns36 = dayAfter(20);
    const birthOn = `${Number(turns36.slice(0, 4)) - 36}${turns36.slice(4)}`;
    const h = await scene({ rules: { ageMin: 36 }, birthOn });
    const id = await book(h, h.member);
    const waiting = await book(h, h.next);
    await moveTo(h, 10);
    const [notified] =
      await sqlAsOwner()`select body from notices where dedupe_key like ${`%${id}%rescheduled`}`;
    expect(notified?.body).toContain('那天您不符合条件');
    const answered = await acceptMove(as(actorOf(h.member)), { bookingId: id });
    expect(answered).toMatchObject({ ok: true, value: { status: 'cancelled' } });
    expect((await rowOf(waiting))?.status).toBe('booked');
  });

  it.each([
    ['keep', 'booked', 'waitlisted'],
    ['release', 'cancelled', 'booked'],
  ])('takes silence as the offering says: %s', async (movedSilence, holder, next) => {
    const h = await scene({ details: { movedSilence } });
    const id = await book(h, h.member);
    const waiting = await book(h, h.next);
    await moveTo(h, 10);
    expect(await clock()).toEqual({ done: 0, failed: 0 });
    await timeIsUp();
    expect([(await clock()).done, (await clock()).done]).toEqual([1, 0]);
    expect((await rowOf(id))?.status).toBe(holder);
    expect((await rowOf(waiting))?.status).toBe(next);
  });

  it('asks nobody when only the place is another', async () => {
    const h = await scene();
    const id = await book(h, h.member);
    await moveTo(h, 40, { place: '二楼' });
    expect(await rowOf(id)).toMatchObject({ answer_by: null, may_leave: false });
    expect(await acceptMove(as(actorOf(h.member)), { bookingId: id })).toMatchObject({
      ok: true,
    });
  });
});

describe('a class with many holders that is moved', () => {
  it('tells thirty of them, each with their own words, in as many statements as three', async () => {
    const sent: number[] = [];
    for (const count of [3, 30]) {
      await resetDb();
      const h = await scene({ rules: { ageMax: 80 } });
      const { union } = await arrange(async (tx) => {
        await tx.db.execute(`update session_capacity set capacity = ${count}`);
        return { union: h.offering.organisationId };
      });
      for (let n = 0; n < count; n++) {
        await book(h, await arrange((tx) => aMember(tx, { organisationId: union })));
      }
      await sqlAsOwner()`update people set birth_on = '1930-01-01'
        where id = (select person_id from bookings order by number limit 1)`;
      const { db, statements, close } = counting();
      expect(await moveTo({ ...h, me: { ...h.me, db } }, 45, { capacity: count })).toMatchObject({
        ok: true,
      });
      sent.push(statements().length);
      await close();
      const notified = await sqlAsOwner()`select body from notices where title like '时间改了%'`;
      expect(notified).toHaveLength(count);
      expect(notified.filter((n) => n.body.includes('不符合条件'))).toHaveLength(1);
    }
    expect(sent[1]).toBe(sent[0]);
  });
});
