import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, type MadeAccount } from '@/db/factories/accounts';
import { as } from '@/db/factories/arrange';
import { bookings } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { bookingLink } from '@/features/bookings/queries/booking-check';
import { copyOffering } from '@/features/scheduling/commands/copy-offering';
import { copyOfferingInput } from '@/features/scheduling/schema/manage-offering';
import type { AccountActor } from '@/lib/actor';
import { Forbidden, NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { findAtHospital } from './commands/find-at-hospital';
import { markScreened } from './commands/mark-screened';
import { setHospital } from './commands/set-hospital';
import { aScreening, deskOpens, link, place, statusOf } from './hospital.test-helpers';
import { openHospitalDay } from './queries/hospital-day';
import { listHospitalPlaces } from './queries/hospitals';

const rowsSeen = (actor: AccountActor) =>
  read(as(actor), (tx) => tx.db.select({ id: bookings.id }).from(bookings));

beforeEach(resetDb);

describe('a copy of a screening', () => {
  it('keeps which hospital receives where, but not one that is closed by now', async () => {
    const s = await aScreening();
    await link(s);
    await setHospital(as(s.women), {
      offeringId: s.offering.id,
      place: '港南区人民医院',
      hospitalId: s.otherHospital.id,
    });
    await sqlAsOwner()`update organisations set closed_at = now() where id = ${s.otherHospital.id}`;
    const round = { offeringId: s.offering.id, title: '下一轮', term: '' };
    const made = await copyOffering(as(s.women), copyOfferingInput.parse(round));
    if (!made.ok) throw new Error(made.reason);
    const places = await listHospitalPlaces(as(s.women), made.value.offeringId);
    expect(places.map((one) => [one.place, one.hospitalId])).toEqual(
      expect.arrayContaining([
        [place, s.hospital.id],
        ['港南区人民医院', null],
      ]),
    );
  });
});

describe('the desk of a hospital', () => {
  it('sees its own half-days of today by name and four digits, and each look is on record', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    expect(await link(s)).toMatchObject({ ok: true });
    const day = await openHospitalDay(as(s.desk));
    expect(day.sessions.map((one) => one.id)).toEqual([s.now.session.id]);
    expect(day.sessions[0]?.lines).toEqual([
      {
        bookingId: s.now.id,
        sessionId: s.now.session.id,
        number: expect.any(String),
        attendee: '黄丽',
        tail: expect.stringMatching(/^[\dX]{4}$/),
        phoneTail: s.now.woman.phone.slice(-4),
        status: 'booked',
        isReturn: false,
      },
    ]);
    const looked = await sqlAsOwner()`
      select entity_id, after from audit_entries where action = 'view_hospital_list'`;
    expect(looked).toMatchObject([{ entity_id: s.now.session.id, after: { people: 1 } }]);
    expect(day.coming).toMatchObject([{ id: s.tomorrow.session.id, people: 1, lines: [] }]);
    const other = await openHospitalDay(as(s.otherDesk));
    expect([other.sessions, other.coming]).toEqual([[], []]);
  });

  it('finds who stands there by code, number, four digits or name, on its own open lists only', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    const [{ number, tail } = { number: '', tail: '' }] =
      (await openHospitalDay(as(s.desk))).sessions[0]?.lines ?? [];
    const code = `https://gh.example.cn${bookingLink({ id: s.now.id, endsAt: s.now.session.endsAt })}`;
    for (const typed of [code, number, tail, s.now.woman.phone.slice(-4), '黄丽']) {
      const found = await findAtHospital(as(s.desk), { typed });
      expect(found, typed).toMatchObject({ ok: true, value: { lines: [{ bookingId: s.now.id }] } });
    }
    const elsewhere = `https://gh.example.cn${bookingLink({ id: s.elsewhere.id, endsAt: s.now.session.endsAt })}`;
    expect(await findAtHospital(as(s.desk), { typed: elsewhere })).toMatchObject({
      reason: 'nobody',
    });
    expect(await findAtHospital(as(s.otherDesk), { typed: '黄丽' })).toMatchObject({
      reason: 'nobody',
    });
    await expect(findAtHospital(as(s.women), { typed: '黄丽' })).rejects.toThrow(Forbidden);
  });

  it('sees no name before its window opens', async () => {
    const s = await aScreening();
    await deskOpens(0);
    await sqlAsOwner()`update offering_sessions set starts_at = now() + interval '5 minutes',
      ends_at = now() + interval '2 hours' where id = ${s.now.session.id}`;
    await link(s);
    const { sessions } = await openHospitalDay(as(s.desk));
    for (const one of sessions) expect(one).toMatchObject({ isOpen: false, lines: [] });
    expect(await markScreened(as(s.desk), { bookingId: s.now.id, to: 'attended' })).toMatchObject({
      reason: 'desk_closed',
    });
  });

  it('marks who was screened, and takes a slip back; nothing else is stored', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    const mark = (to: 'attended' | 'booked') =>
      markScreened(as(s.desk), { bookingId: s.now.id, to });
    expect(await mark('attended')).toMatchObject({ ok: true });
    expect(await statusOf(s.now.id)).toBe('attended');
    const [event] = await sqlAsOwner()`
      select type, actor_label, note from booking_events where booking_id = ${s.now.id}`;
    expect(event).toEqual({ type: 'attended', actor_label: s.hospital.shortName, note: null });
    expect(await mark('booked')).toMatchObject({ ok: true });
    expect(await statusOf(s.now.id)).toBe('booked');
    const audit = await sqlAsOwner()`select 1 from audit_entries where action = 'mark_screened'`;
    expect(audit).toHaveLength(2);
  });

  it('finds neither another hospital’s women, nor tomorrow’s, nor anyone before it is linked', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    const mark = (actor: AccountActor, bookingId: string) =>
      markScreened(as(actor), { bookingId, to: 'attended' });
    await expect(mark(s.desk, s.now.id)).rejects.toThrow(NotFound);
    await link(s);
    await expect(mark(s.desk, s.elsewhere.id)).rejects.toThrow(NotFound);
    await expect(mark(s.otherDesk, s.now.id)).rejects.toThrow(NotFound);
    await deskOpens(0);
    expect(await mark(s.desk, s.tomorrow.id)).toMatchObject({ reason: 'desk_closed' });
  });

  it('is for this role alone', async () => {
    const s = await aScreening();
    await link(s);
    for (const actor of [s.women, ...Object.values(s.officers), actorOf(s.now.woman)]) {
      await expect(openHospitalDay(as(actor))).rejects.toThrow(Forbidden);
      await expect(
        markScreened(as(actor), { bookingId: s.now.id, to: 'attended' }),
      ).rejects.toThrow(Forbidden);
    }
  });

  it('is set up by the screening’s own officer, for a place it has and a partner there is', async () => {
    const s = await aScreening();
    const set = (actor: AccountActor, change: object = {}) =>
      setHospital(as(actor), {
        offeringId: s.offering.id,
        place,
        hospitalId: s.hospital.id,
        ...change,
      });
    for (const actor of [s.desk, ...Object.values(s.officers)]) {
      await expect(set(actor)).rejects.toThrow(NotFound);
    }
    expect(await set(s.women, { place: '别处' })).toMatchObject({ reason: 'no_such_place' });
    expect(await set(s.women, { hospitalId: s.union.id })).toMatchObject({
      reason: 'no_such_hospital',
    });
    await set(s.women);
    expect(await set(s.women, { hospitalId: null })).toMatchObject({ ok: true });
    expect(await sqlAsOwner()`select 1 from screening_hospitals`).toEqual([]);
  });
});

describe('who was at a screening', () => {
  it('is seen by no employer’s union and no hospital in the rows themselves', async () => {
    const s = await aScreening();
    await link(s);
    const { union } = s.officers;
    for (const actor of [union, s.desk, s.otherDesk]) expect(await rowsSeen(actor)).toEqual([]);
    const own = async (made: MadeAccount) => (await rowsSeen(actorOf(made))).map((r) => r.id);
    expect(await own(s.now.woman)).toEqual([s.now.id]);
    expect(await rowsSeen(s.women)).toHaveLength(3);
  });

  it('is in no history that the union could read', async () => {
    const s = await aScreening();
    await deskOpens(1440);
    await link(s);
    await markScreened(as(s.desk), { bookingId: s.now.id, to: 'attended' });
    const seen = await read(as(s.officers.union), (tx) =>
      tx.db.execute(sql`select id from booking_events`),
    );
    expect([...seen]).toEqual([]);
  });
});
