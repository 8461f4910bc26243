import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { newId } from '@/lib/ids';
import { bookPlaceInput, cancelBookingInput } from '../schema/booking';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';

const people = (rules: Record<string, unknown>, capacity = 10, more = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = (organisationId: string) => aMember(tx, { organisationId });
    const offering = await anOffering(tx, { organisationId: tree.district.id, rules, ...more });
    const first = await aSession(tx, { offeringId: offering.id, capacity });
    const second = await aSession(tx, { offeringId: offering.id, capacity });
    const [a, b, c] = [
      await member(tree.union.id),
      await member(tree.union.id),
      await member(tree.union.id),
    ];
    const elsewhere = await member(tree.otherTown.id);
    return { tree, offering, first, second, a, b, c, elsewhere };
  });
type People = Awaited<ReturnType<typeof people>>;

const book = (h: People, who: MadeAccount, session = h.first, child = 'self') =>
  bookPlace(
    as(actorOf(who)),
    bookPlaceInput.parse({ offeringId: h.offering.id, sessionId: session.id, who: child }),
  );

beforeEach(resetDb);

describe('the quota of a town', () => {
  it('gives the last place once when two of the town come at the same instant', async () => {
    const h = await people({ quotaTown: 2 });
    expect(await book(h, h.a)).toMatchObject({ ok: true });
    const both = await raceAt(
      'book:locked',
      () => book(h, h.b),
      () => book(h, h.c),
    );
    const refused = both.filter((r) => !r.ok);
    expect(refused).toMatchObject([
      {
        reason: 'ineligible',
        detail: { rule: 'quota', text: '甲街道总工会每场最多 2 个名额', note: '已占 2 个' },
      },
    ]);
    expect(await book(h, h.elsewhere)).toMatchObject({ ok: true });
    const other = await book(h, refused[0] === both[0] ? h.b : h.c, h.second);
    expect(other).toMatchObject({ ok: true });
  });

  it('passes over who waits while the town has its places, and keeps them waiting', async () => {
    const h = await people({ quotaTown: 1 }, 2);
    const booked = await book(h, h.a);
    const away = await book(h, h.elsewhere);
    if (!booked.ok || !away.ok) throw new Error('no place');
    // As when the quota was lowered after they had joined the queue.
    await sqlAsOwner()`update offerings set rules = '{}'::jsonb`;
    expect(await book(h, h.b)).toMatchObject({ value: { status: 'waitlisted' } });
    await sqlAsOwner()`update offerings set rules = '{"quotaTown": 1}'::jsonb`;
    const cancel = (who: MadeAccount, bookingId: string) =>
      cancelBooking(as(actorOf(who)), cancelBookingInput.parse({ bookingId }));
    await cancel(h.elsewhere, away.value.bookingId);
    const waiting = async () =>
      (await sqlAsOwner()`select status from bookings where person_id = ${h.b.personId}`)[0]
        ?.status;
    expect(await waiting()).toBe('waitlisted');
    await cancel(h.a, booked.value.bookingId);
    expect(await waiting()).toBe('booked');
  });
});

describe('an offered place of a town', () => {
  it('is not held against the one who claims it', async () => {
    const h = await people({ quotaTown: 1 }, 1, {
      allocationTerms: { waitlist: { mode: 'offer' } },
    });
    const away = await book(h, h.elsewhere);
    expect(await book(h, h.a)).toMatchObject({ value: { status: 'waitlisted' } });
    if (!away.ok) throw new Error(away.reason);
    const cancel = cancelBookingInput.parse({ bookingId: away.value.bookingId });
    await cancelBooking(as(actorOf(h.elsewhere)), cancel);
    const [offered] = await sqlAsOwner()`
      select id, status from bookings where person_id = ${h.a.personId}`;
    expect(offered?.status).toBe('offered');
    expect(await book(h, h.b)).toMatchObject({ ok: false });
    const claimed = await claimOffer(as(actorOf(h.a)), { bookingId: String(offered?.id) });
    expect(claimed).toMatchObject({ ok: true });
  });
});

describe('the quota of a family', () => {
  it('gives one where two children of two parents ask for two sessions at once', async () => {
    const h = await people({ familyLimit: 1, gradeMax: 9 }, 10, { kind: 'childcare' });
    const [one, two] = await arrange(async (tx) => [
      await aChild(tx, { guardians: [h.a, h.b], schoolEntryYear: 2024 }),
      await aChild(tx, { guardians: [h.a, h.b], schoolEntryYear: 2022 }),
    ]);
    const both = await raceAt(
      'book:locked',
      () => book(h, h.a, h.first, one?.childId),
      () => book(h, h.b, h.second, two?.childId),
    );
    expect(both.map((r) => (r.ok ? 'ok' : r.detail?.rule)).sort()).toEqual(['family', 'ok']);
  });

  it('is shared by both guardians of a child, each for themselves', async () => {
    const h = await people({ familyLimit: 1 });
    await arrange((tx) => aChild(tx, { guardians: [h.a, h.b] }));
    expect(await book(h, h.a)).toMatchObject({ ok: true });
    expect(await book(h, h.b, h.second)).toMatchObject({ detail: { rule: 'family' } });
    expect(await book(h, h.c, h.second)).toMatchObject({ ok: true });
  });

  it('counts what one person holds in the other sessions of the offering', async () => {
    const h = await people({ personLimit: 1 });
    const both = await raceAt(
      'book:locked',
      () => book(h, h.a),
      () => book(h, h.a, h.second),
    );
    expect(both.map((r) => (r.ok ? 'ok' : r.detail?.rule)).sort()).toEqual(['limit', 'ok']);
  });
});

describe('attendance of the last term', () => {
  it('is read from the roll: six of ten days bar the next term, eight do not', async () => {
    const h = await people({ attendanceMin: 70, attendanceOf: 'kind' });
    const last = await arrange(async (tx) => {
      const o = await anOffering(tx, { organisationId: h.tree.district.id, status: 'finished' });
      const days = (n: number) => new Date(tx.now.getTime() + n * 86_400_000);
      const s = await aSession(tx, { offeringId: o.id, startsAt: days(-40), endsAt: days(-20) });
      return { offering: o, session: s };
    });
    const sql = sqlAsOwner();
    const attended = async (who: MadeAccount, came: number) => {
      const id = newId();
      await sql`insert into bookings (id, number, session_id, offering_id, kind, account_id, person_id,
          attendee_id, organisation_id, organiser_id, status, period, attendee_masked, phone_tail, created_at)
        values (${id}, ${id.slice(-12)}, ${last.session.id}, ${last.offering.id}, 'training', ${who.accountId},
          ${who.personId}, ${who.personId}, ${h.tree.union.id}, ${h.tree.district.id}, 'attended',
          '{}', '张*', '0001', now() - interval '50 days')`;
      for (let day = 0; day < came; day++) {
        await sql`insert into check_ins (id, booking_id, session_id, meeting_on, kind, at, way)
          values (${newId()}, ${id}, ${last.session.id}, current_date - 40 + ${day}::int, 'in', now(), 'roll')`;
      }
    };
    await attended(h.a, 6);
    await attended(h.b, 8);
    await attended(h.c, 10);
    const refused = await book(h, h.a);
    expect(refused).toMatchObject({
      reason: 'ineligible',
      detail: { rule: 'attendance', note: expect.stringContaining('6/10（60%）') },
    });
    expect(await book(h, h.b)).toMatchObject({ ok: true });
  });
});
