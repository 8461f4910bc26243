import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Ctx } from '@/lib/ctx';
import { posterPath, readRoom, roomCode } from '../queries/room-code';
import { checkInMyself } from './check-in-myself';

beforeEach(resetDb);

const minutes = (n: number) => new Date(Date.now() + n * 60_000);
const phone = (ctx: Ctx, browser: string): Ctx => ({
  ...ctx,
  client: { browser, address: null, device: '测试' },
});

const scene = (from = minutes(-1), to = minutes(20), kind: 'training' | 'childcare' = 'training') =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const offering = await anOffering(tx, { organisationId, kind });
    const session = await aSession(tx, { offeringId: offering.id, startsAt: from, endsAt: to });
    const member = await aMember(tx, { organisationId });
    const other = await aMember(tx, { organisationId });
    const booking = await aBooking(tx, { member, session, organisationId });
    return { session, booking, me: phone(as(actorOf(member)), 'mine'), other: as(actorOf(other)) };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const scanned = (h: Scene, ctx = h.me, now = new Date()) => {
  const read = readRoom(ctx, roomCode(h.session.id, now).path.slice(3));
  return read.ok ? read.ticket : read.reason;
};
const checkIn = (h: Scene, ticket: string, ctx = h.me) =>
  checkInMyself(ctx, { ticket, bookingId: h.booking.id });

describe('the room’s code', () => {
  it('checks its scanner in once, with history and audit', async () => {
    const h = await scene();
    const ticket = scanned(h);
    expect(await checkIn(h, ticket)).toMatchObject({ ok: true });
    expect(await checkIn(h, ticket)).toMatchObject({ ok: true });
    expect(await sqlAsOwner()`select way, kind from check_ins`).toMatchObject([
      { way: 'room_code', kind: 'in' },
    ]);
    const [booking] = await sqlAsOwner()`select status from bookings`;
    expect(booking?.status).toBe('attended');
    const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'check_in_myself'`;
    expect(audits).toHaveLength(1);
  });

  it('is worth nothing a minute later, forged, or sent to another phone', async () => {
    const h = await scene();
    expect(scanned(h, h.me, minutes(-2))).toBe('expired');
    const ticket = scanned(h);
    expect(await checkIn(h, ticket, phone(h.me, 'another'))).toMatchObject({
      reason: 'other_phone',
    });
    expect(
      await checkIn(h, `${ticket.slice(0, -1)}${ticket.endsWith('A') ? 'B' : 'A'}`),
    ).toMatchObject({ ok: false });
    expect(await sqlAsOwner()`select 1 from check_ins`).toHaveLength(0);
  });

  it('is for one’s own place, and for nobody else’s', async () => {
    const h = await scene();
    const other = phone(h.other, 'other');
    expect(await checkIn(h, scanned(h, other), other)).toMatchObject({ reason: 'no_place' });
  });

  it('is refused on a day without a meeting', async () => {
    const h = await scene(minutes(3 * 1440), minutes(3 * 1440 + 5));
    expect(await checkIn(h, scanned(h))).toMatchObject({ reason: 'no_meeting' });
  });

  it('never signs a child into a 托管班', async () => {
    const h = await scene(minutes(-1), minutes(20), 'childcare');
    expect(await checkIn(h, scanned(h))).toMatchObject({ reason: 'staff_only' });
  });

  it('from a poster counts in the window, and is on record as such', async () => {
    const h = await scene();
    const read = readRoom(h.me, posterPath(h.session).slice(3));
    expect(await checkIn(h, read.ok ? read.ticket : '')).toMatchObject({ ok: true });
    expect(await sqlAsOwner()`select way from check_ins`).toMatchObject([{ way: 'poster' }]);
  });
});
