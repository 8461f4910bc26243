import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession, countedPlaces } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { bookPlace } from '@/features/enrolment/commands/book-place';
import { bookPlaceInput } from '@/features/enrolment/schema/booking';
import { markAttendance } from '@/features/rolls/commands/mark-attendance';
import { addDays, parseLocalDateTime, todayOn, toLocalDateTime } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { changeSessionInput } from '../schema/manage-session';
import { cancelOffering } from './cancel-offering';
import { cancelSession } from './cancel-session';
import { changeSession } from './change-session';

/** So many days ahead, and never past midnight, whenever the tests run. */
const afternoon = (days: number) => {
  const on = addDays(todayOn(new Date()), days);
  const at = (time: string) => parseLocalDateTime(`${on}T${time}`) ?? undefined;
  return { startsAt: at('14:00'), endsAt: at('17:00') };
};

const scene = (capacity = 2, members = 3) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'union_admin', tree.union.id);
    const stranger = await anOfficer(tx, 'union_admin', tree.otherUnion.id);
    const offering = await anOffering(tx, { organisationId: tree.union.id });
    const session = await aSession(tx, { offeringId: offering.id, capacity, ...afternoon(40) });
    const people = [];
    for (let n = 0; n < members; n++) {
      people.push(await aMember(tx, { organisationId: tree.otherUnion.id }));
    }
    return { tree, me: as(officer.actor), stranger: as(stranger.actor), offering, session, people };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const book = (h: Scene, n: number) => {
  const person = h.people[n];
  if (!person) throw new Error('no such person');
  const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
  return bookPlace(as(actorOf(person)), bookPlaceInput.parse(given));
};
const bookAll = async (h: Scene) => {
  for (let n = 0; n < h.people.length; n++) await book(h, n);
};

const asForm = ({ session }: Scene, more: Record<string, unknown> = {}) => {
  const [startsOn, startTime] = toLocalDateTime(session.startsAt).split('T');
  const [endsOn, endTime] = toLocalDateTime(session.endsAt).split('T');
  return changeSessionInput.parse({
    sessionId: session.id,
    version: 1,
    title: session.title,
    place: session.place,
    startsOn,
    startTime,
    endsOn: endsOn === startsOn ? '' : endsOn,
    endTime,
    capacity: 2,
    ...more,
  });
};

const statuses = async () =>
  (await sqlAsOwner()`select status from bookings order by number`).map((row) => row.status);
const noticesAbout = async (event: string) =>
  sqlAsOwner()`select * from notices where dedupe_key like ${`%${event}`}`;
const started = (h: Scene) => sqlAsOwner()`update offering_sessions
  set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour'
  where id = ${h.session.id}`;

beforeEach(async () => {
  await resetDb();
});

describe('resizing a session', () => {
  it('refuses fewer places than are taken, with the number, and changes nothing', async () => {
    const h = await scene(2, 3);
    await bookAll(h);
    const refused = await changeSession(h.me, asForm(h, { capacity: 1, title: '改名' }));
    expect(refused).toMatchObject({
      reason: 'below_taken',
      fieldErrors: { capacity: '当前已有 2 人预约，名额不能少于 2' },
    });
    const [row] = await sqlAsOwner()`select title from offering_sessions`;
    expect(row?.title).toBe(h.session.title);
  });

  it('passes new places on in the same transaction, and tells who moved up', async () => {
    const h = await scene(1, 3);
    await bookAll(h);
    expect(await statuses()).toEqual(['booked', 'waitlisted', 'waitlisted']);
    expect(await changeSession(h.me, asForm(h, { capacity: 2 }))).toMatchObject({ ok: true });
    expect(await statuses()).toEqual(['booked', 'booked', 'waitlisted']);
    expect(await noticesAbout('promoted')).toHaveLength(1);
    const places = await arrange((tx) => countedPlaces(tx, h.session.id));
    expect(places).toEqual({ taken: 2, waiting: 1 });
    const [audit] = await sqlAsOwner()`select * from audit_entries where action = 'change_session'`;
    expect(audit).toMatchObject({ before: { capacity: 1 }, after: { capacity: 2 } });
  });

  it('is not there for another union', async () => {
    const h = await scene();
    await expect(changeSession(h.stranger, asForm(h))).rejects.toThrow(NotFound);
    const cancel = { sessionId: h.session.id, reason: '不办了' };
    await expect(cancelSession(h.stranger, cancel)).rejects.toThrow(NotFound);
    const mark = { sessionId: h.session.id, bookingId: undefined, to: 'attended' } as const;
    await expect(markAttendance(h.stranger, mark)).rejects.toThrow(NotFound);
  });
});

describe('moving a session to another time', () => {
  it('carries the hours into each booking and tells each holder once', async () => {
    const h = await scene(2, 3);
    await bookAll(h);
    expect(await changeSession(h.me, asForm(h, { place: '二楼' }))).toMatchObject({ ok: true });
    expect(await noticesAbout('rescheduled')).toHaveLength(3);
    const stale = await changeSession(h.me, asForm(h, { place: '三楼' }));
    expect(stale).toMatchObject({ reason: 'changed_meanwhile' });
    expect(await noticesAbout('rescheduled')).toHaveLength(3);
  });

  it('is refused when a holder has something else at that hour', async () => {
    const h = await scene(2, 1);
    await book(h, 0);
    const elsewhere = await arrange(async (tx) => {
      const offering = await anOffering(tx, { organisationId: h.tree.union.id });
      return {
        offering,
        session: await aSession(tx, { offeringId: offering.id, ...afternoon(41) }),
      };
    });
    await book({ ...h, ...elsewhere }, 0);
    const [startsOn, startTime] = toLocalDateTime(elsewhere.session.startsAt).split('T');
    const [endsOn, endTime] = toLocalDateTime(elsewhere.session.endsAt).split('T');
    const clash = { startsOn, startTime, endsOn, endTime };
    const result = await changeSession(h.me, asForm(h, clash));
    expect(result).toEqual({ ok: false, reason: 'holders_clash' });
  });
});

describe('cancelling', () => {
  it('ends every booking with the reason and tells each holder and waiter once, even when retried', async () => {
    const h = await scene(2, 3);
    await bookAll(h);
    const input = { sessionId: h.session.id, reason: '场地维修' };
    expect(await cancelSession(h.me, input)).toMatchObject({ ok: true, value: { told: 3 } });
    expect(await cancelSession(h.me, input)).toMatchObject({ reason: 'already_cancelled' });
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled']);
    const notified = await noticesAbout('organiser_cancelled');
    expect(new Set(notified.map((row) => row.account_id)).size).toBe(3);
    expect(notified).toHaveLength(3);
    expect(notified[0]?.body).toContain('场地维修');
    const events =
      await sqlAsOwner()`select * from booking_events where type = 'organiser_cancelled'`;
    expect(events[0]).toMatchObject({ actor_label: '甲厂工会', note: '场地维修' });
    expect(await arrange((tx) => countedPlaces(tx, h.session.id))).toEqual({
      taken: 0,
      waiting: 0,
    });
  });

  it('of an offering takes all its coming sessions, and leaves what has taken place', async () => {
    const h = await scene(2, 2);
    await book(h, 0);
    const past = await arrange((tx) => aSession(tx, { offeringId: h.offering.id }));
    await book({ ...h, session: past }, 1);
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '3 hours',
      ends_at = now() - interval '1 hour' where id = ${past.id}`;
    const input = { offeringId: h.offering.id, version: 1, reason: '经费未到位' };
    expect(await cancelOffering(h.me, input)).toMatchObject({ ok: true, value: { told: 1 } });
    expect(await statuses()).toEqual(['cancelled', 'booked']);
    expect(await cancelOffering(h.me, input)).toMatchObject({ reason: 'already_cancelled' });
    expect(await noticesAbout('organiser_cancelled')).toHaveLength(1);
    expect(await book(h, 1)).toMatchObject({ ok: false });
  });

  it('leaves no booking behind that was made at the same instant', async () => {
    const h = await scene(5, 1);
    const input = { sessionId: h.session.id, reason: '台风' };
    const [, booked] = await raceAt(
      'cancel-session:locked',
      () => cancelSession(h.me, input),
      () => book(h, 0),
    );
    expect(booked).toMatchObject({ ok: false });
    expect(await statuses()).toEqual([]);
  });

  it('tells the one who booked a moment before it', async () => {
    const h = await scene(5, 1);
    const [booked, cancelled] = await raceAt(
      'book:locked',
      () => book(h, 0),
      () => cancelSession(h.me, { sessionId: h.session.id, reason: '台风' }),
    );
    expect(booked).toMatchObject({ ok: true });
    expect(cancelled).toMatchObject({ ok: true, value: { told: 1 } });
    expect(await statuses()).toEqual(['cancelled']);
    expect(await noticesAbout('organiser_cancelled')).toHaveLength(1);
  });
});

describe('the roll', () => {
  const mark = (h: Scene, to: 'attended' | 'absent' | 'booked', bookingId?: string) =>
    markAttendance(h.me, { sessionId: h.session.id, to, bookingId });

  it('is marked only after the start, one by one or all at once, and taken back', async () => {
    const h = await scene(2, 3);
    await bookAll(h);
    expect(await mark(h, 'attended')).toMatchObject({ reason: 'not_started' });
    await started(h);
    const [first] = await sqlAsOwner()`select id from bookings order by number limit 1`;
    expect(await mark(h, 'absent', first?.id)).toMatchObject({ ok: true, value: { marked: 1 } });
    expect(await mark(h, 'attended')).toMatchObject({ ok: true, value: { marked: 1 } });
    expect(await statuses()).toEqual(['absent', 'attended', 'waitlisted']);
    expect(await mark(h, 'attended', first?.id)).toMatchObject({ ok: true });
    expect(await mark(h, 'booked')).toMatchObject({ ok: true, value: { marked: 2 } });
    expect(await statuses()).toEqual(['booked', 'booked', 'waitlisted']);
    const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'mark_attendance'`;
    expect(audits).toHaveLength(4);
    const [counter] = await sqlAsOwner()`select taken from session_capacity`;
    expect(counter?.taken).toBe(2);
  });

  it('does not mark who only waits, nor a booking of another session', async () => {
    const h = await scene(1, 2);
    await bookAll(h);
    await started(h);
    const [, waiter] = await sqlAsOwner()`select id from bookings order by number`;
    expect(await mark(h, 'attended', waiter?.id)).toMatchObject({ reason: 'not_holding' });
    const other = await arrange((tx) => aSession(tx, { offeringId: h.offering.id }));
    await started({ ...h, session: other });
    const elsewhere = { sessionId: other.id, bookingId: waiter?.id, to: 'absent' } as const;
    await expect(markAttendance(h.me, elsewhere)).rejects.toThrow(NotFound);
  });
});
