import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { changeWaitlist } from '@/features/places/commands/change-waitlist';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { declineOffer } from '@/features/places/commands/decline-offer';
import { lapseOffer, lapseOffers } from '@/features/places/commands/lapse-offer';
import { offerPlace } from '@/features/places/commands/offer-place';
import { overridePlace } from '@/features/places/commands/override-place';
import { recountOffers } from '@/features/places/commands/recount-offers';
import { todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import {
  bookAll,
  clockwork,
  counters,
  elapse,
  id,
  ledger,
  notified,
  row,
  scene,
  statuses,
  who,
} from '../offers.test-helpers';
import { cancelBooking } from './cancel-booking';

beforeEach(resetDb);
afterEach(() => {
  for (const name of ['claim', 'decline', 'lapse', 'book', 'cancel-session']) {
    atPausePoint(`${name}:locked`, null);
  }
});

describe('a freed place', () => {
  it('is offered to the first in the queue and held for them, with all that goes with it', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    expect(await statuses(ids)).toEqual(['cancelled', 'offered', 'waitlisted', 'waitlisted']);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 2, reserved: 0 });
    const offer = await row(ids[1]);
    expect(offer?.source).toBe('waitlist');
    expect(offer?.until.getTime()).toBeGreaterThan(Date.now());
    const [event] = await sqlAsOwner()`select * from booking_events where type = 'offered'`;
    expect(event).toMatchObject({ from_status: 'waitlisted', to_status: 'offered' });
    const [audit] = await sqlAsOwner()`select * from audit_entries where action = 'offer_place'`;
    expect(audit?.entity_id).toBe(ids[1]);
    expect(await notified('offered')).toBe(1);
    const [sms] = await sqlAsOwner()`select status from outbox where dedupe_key like '%:offered'`;
    expect(sms?.status).toBe('waiting');
    const [job] =
      await sqlAsOwner()`select run_at from graphile_worker.jobs where key = ${`offer:${ids[1]}`}`;
    expect(job?.run_at.getTime()).toBe(offer?.until.getTime());
    const { lines } = await ledger(h);
    expect(lines.map((l) => l.why.title)).toEqual(['待确认名额', '候补中', '候补中']);
    expect(lines[1]?.why.words).toContain('留着的 1 个有人不确认');
  });

  it('is theirs once they say yes, and a second yes changes nothing', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const said = await Promise.all(
      [1, 2, 3].map(() => claimOffer(who(h, 1), { bookingId: id(ids, 1) })),
    );
    expect(said.every((s) => s.ok && s.value.status === 'booked')).toBe(true);
    expect(await row(ids[1])).toMatchObject({ status: 'booked', until: null });
    expect(await notified('claimed')).toBe(1);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 2 });
  });

  it('waits for approval after the yes where the offering asks for it', async () => {
    const h = await scene(1, 2, { needsApproval: true });
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const said = await claimOffer(who(h, 1), { bookingId: id(ids, 1) });
    expect(said).toMatchObject({ ok: true, value: { status: 'pending' } });
  });

  it('goes to the next in the same transaction on a no, however often it is sent', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await Promise.all([1, 2].map(() => declineOffer(who(h, 1), { bookingId: id(ids, 1) })));
    expect(await statuses(ids)).toEqual(['cancelled', 'cancelled', 'offered', 'waitlisted']);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('goes to the next when the time is over; a late yes is told so', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    expect(await lapseOffer(clockwork, { bookingId: id(ids, 1) })).toBe('left');
    await elapse(ids[1]);
    expect(await claimOffer(who(h, 1), { bookingId: id(ids, 1) })).toMatchObject({
      reason: 'offer_over',
    });
    await sqlAsOwner()`update outbox set status = 'sent' where dedupe_key like '%:offered'`;
    expect(await lapseOffers(clockwork)).toEqual({ done: 1, failed: 0 });
    expect(await lapseOffer(clockwork, { bookingId: id(ids, 1) })).toBe('left');
    expect(await statuses(ids)).toEqual(['cancelled', 'lapsed', 'offered', 'waitlisted']);
    expect(await claimOffer(who(h, 1), { bookingId: id(ids, 1) })).toMatchObject({
      reason: 'offer_over',
    });
    expect(await notified('lapsed')).toBe(1);
  });

  it('goes on when what has changed since bars who says yes', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date
      where person_id = ${h.members[1]?.personId ?? ''}`;
    const said = await claimOffer(who(h, 1), { bookingId: id(ids, 1) });
    expect(said).toMatchObject({ ok: true, value: { status: 'refused' } });
    expect(await statuses(ids)).toEqual(['cancelled', 'refused', 'offered', 'waitlisted']);
  });

  it('leaves no text behind that still offers it, once its person has cancelled', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await cancelBooking(who(h, 1), { bookingId: id(ids, 1) });
    const texts = await sqlAsOwner()`select status from outbox
      where dedupe_key like ${`booking:${ids[1]}:%:offered`}`;
    expect(texts.map((text) => text.status)).toEqual(['cancelled']);
  });

  it('is answered by its own person only', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const offered = { bookingId: id(ids, 1) };
    await expect(claimOffer(who(h, 2), offered)).rejects.toThrow(NotFound);
    await expect(claimOffer(h.me, offered)).rejects.toThrow(Forbidden);
    await expect(declineOffer(h.me, offered)).rejects.toThrow(Forbidden);
  });
});

describe('an offer while the table of holidays changes', () => {
  it('is held longer by a day off more, told once, and never cut short', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const before = (await row(ids[1]))?.until as Date;
    const on = todayOn(before);
    await sqlAsOwner()`insert into holidays ("on", kind, name) values (${on}, 'off', '假日')`;
    for (const _ of [1, 2]) await recountOffers(clockwork);
    const moved = (await row(ids[1]))?.until as Date;
    expect(moved.getTime()).toBeGreaterThan(before.getTime());
    expect(await notified('offer_moved')).toBe(1);
    const [job] =
      await sqlAsOwner()`select run_at from graphile_worker.jobs where key = ${`offer:${ids[1]}`}`;
    expect(job?.run_at.getTime()).toBe(moved.getTime());
    await sqlAsOwner()`delete from holidays where "on" = ${on}`;
    await recountOffers(clockwork);
    expect((await row(ids[1]))?.until).toEqual(moved);
  });
});

describe('an offer that reached nobody', () => {
  const offered = async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await elapse(ids[1]);
    return { h, ids, end: () => lapseOffer(clockwork, { bookingId: id(ids, 1) }) };
  };
  const text = (status: string) =>
    sqlAsOwner()`update outbox set status = ${status} where dedupe_key like '%:offered'`;

  it('is held once more, and once only', async () => {
    const { ids, end } = await offered();
    await text('failed');
    expect(await end()).toBe('extended');
    const again = await row(ids[1]);
    expect(again?.status).toBe('offered');
    expect(again?.until.getTime()).toBeGreaterThan(Date.now());
    expect(await notified('offer_extended')).toBe(1);
    await elapse(ids[1]);
    expect(await end()).toBe('lapsed');
  });

  it('is not held longer once a text has arrived', async () => {
    const { end } = await offered();
    await text('sent');
    expect(await end()).toBe('lapsed');
  });

  it('is not held longer once the notice was opened', async () => {
    const { end } = await offered();
    await text('failed');
    await sqlAsOwner()`update notices set read_at = now() where dedupe_key like '%:offered'`;
    expect(await end()).toBe('lapsed');
  });
});

describe('an officer', () => {
  const give = (ids: readonly string[], n: number, version = 1) => ({
    bookingId: id(ids, n),
    version,
    reason: '家中突发变故',
  });

  it('gives a place above capacity only with the permission, counted apart and with its reason', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await expect(overridePlace(h.plain, give(ids, 3))).rejects.toThrow(Forbidden);
    expect(await overridePlace(h.me, give(ids, 3))).toMatchObject({ ok: true });
    expect(await overridePlace(h.me, give(ids, 3))).toMatchObject({ reason: 'stale' });
    expect(await row(ids[3])).toMatchObject({ status: 'booked', special: true });
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 2, overridden: 1 });
    const [audit] =
      await sqlAsOwner()`select reason from audit_entries where action = 'override_place'`;
    expect(audit?.reason).toBe('家中突发变故');
    expect((await ledger(h)).ledger.overridden).toBe(1);
    await cancelBooking(who(h, 3), { bookingId: id(ids, 3) });
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 2, overridden: 0 });
  });

  it('stops passing on, gives by hand out of turn, and lets it go on', async () => {
    const h = await scene();
    const ids = await bookAll(h);
    const wait = { offeringId: h.offering.id, mode: 'offer' } as const;
    await changeWaitlist(h.me, { ...wait, version: 1, paused: true });
    expect(await offerPlace(h.me, give(ids, 2))).toMatchObject({ reason: 'no_place' });
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    expect((await ledger(h)).lines[0]?.why.title).toBe('暂不补位');
    expect(await offerPlace(h.me, give(ids, 2))).toMatchObject({ ok: true });
    expect(await statuses(ids)).toEqual(['cancelled', 'waitlisted', 'offered', 'waitlisted']);
    expect((await row(ids[2]))?.source).toBe('officer');
    await declineOffer(who(h, 2), { bookingId: id(ids, 2) });
    await changeWaitlist(h.me, { ...wait, version: 2, paused: false });
    expect(await statuses(ids)).toEqual(['cancelled', 'offered', 'cancelled', 'waitlisted']);
  });
});
