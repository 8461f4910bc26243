import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer, type MadeAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/house';
import { aTree } from '@/db/factories/organisations';
import { anOffering, aSession } from '@/db/factories/programmes';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { Forbidden, NotFound } from '@/lib/errors';
import { atPausePoint } from '@/lib/pause-point';
import { explainPlaces } from '../queries/where-places';
import { bookPlaceInput } from '../schema/booking';
import { setCarveOutInput } from '../schema/carve-outs';
import { bookPlace } from './book-place';
import { cancelBooking } from './cancel-booking';
import { cancelSession } from './cancel-session';
import { changeWaitlist } from './change-waitlist';
import { claimOffer } from './claim-offer';
import { declineOffer } from './decline-offer';
import { lapseOffer, lapseOffers } from './lapse-offer';
import { offerPlace } from './offer-place';
import { overridePlace } from './override-place';
import { returnCarveOut, returnDueCarveOuts } from './return-carve-out';
import { setCarveOut } from './set-carve-out';

const clockwork = makeCtx(system('测试'));
const terms = { waitlist: { mode: 'offer', paused: false } };

const house = (capacity = 1, people = 4, given: Record<string, unknown> = {}) =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'economy_officer', tree.union.id);
    const plain = await anOfficer(tx, 'union_admin', tree.union.id);
    const offering = await anOffering(tx, {
      organisationId: tree.union.id,
      allocationTerms: terms,
      ...given,
    });
    const session = await aSession(tx, { offeringId: offering.id, capacity });
    const members: MadeAccount[] = [];
    for (let n = 0; n < people; n++) {
      members.push(await aMember(tx, { organisationId: tree.union.id }));
    }
    return { tree, me: as(officer.actor), plain: as(plain.actor), offering, session, members };
  });
type House = Awaited<ReturnType<typeof house>>;

const who = (h: House, n: number) => {
  const member = h.members[n];
  if (!member) throw new Error('no such member');
  return as(actorOf(member));
};
async function book(h: House, n: number): Promise<string> {
  const given = { offeringId: h.offering.id, sessionId: h.session.id, who: 'self' };
  const made = await bookPlace(who(h, n), bookPlaceInput.parse(given));
  if (!made.ok) throw new Error(made.reason);
  return made.value.bookingId;
}
async function bookAll(h: House): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < h.members.length; n++) made.push(await book(h, n));
  return made;
}
const row = async (id: string | undefined) => {
  const [found] = await sqlAsOwner()`select status, version, offer_expires_at as until,
    offer_source as source, reason, is_override as special, carve_out_id as kept
    from bookings where id = ${id ?? ''}`;
  return found;
};
const statuses = async (ids: readonly string[]) =>
  Promise.all(ids.map(async (id) => (await row(id))?.status));
const counters = async (h: House) => {
  const [found] = await sqlAsOwner()`select capacity, taken, waiting, reserved, overridden
    from session_capacity where session_id = ${h.session.id}`;
  return found;
};
const elapse = (id: string | undefined) =>
  sqlAsOwner()`update bookings set offer_expires_at = now() - interval '1 second' where id = ${id ?? ''}`;
const told = async (event: string) =>
  (await sqlAsOwner()`select 1 from notices where dedupe_key like ${`%:${event}`}`).length;
const ledger = async (h: House) => {
  const [session] = await explainPlaces(h.me, h.offering);
  if (!session) throw new Error('no session');
  const { rows, capacity } = session.ledger;
  expect(rows.reduce((sum, line) => sum + line.count, 0)).toBe(capacity);
  return session;
};
const id = (ids: readonly string[], n: number) => ids[n] ?? '';

beforeEach(resetDb);
afterEach(() => {
  for (const name of ['claim', 'decline', 'lapse', 'book', 'cancel-session']) {
    atPausePoint(`${name}:locked`, null);
  }
});

describe('a freed place', () => {
  it('is offered to the first in the queue and held for them, with all that goes with it', async () => {
    const h = await house();
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
    expect(await told('offered')).toBe(1);
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
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const said = await Promise.all(
      [1, 2, 3].map(() => claimOffer(who(h, 1), { bookingId: id(ids, 1) })),
    );
    expect(said.every((s) => s.ok && s.value.status === 'booked')).toBe(true);
    expect(await row(ids[1])).toMatchObject({ status: 'booked', until: null });
    expect(await told('claimed')).toBe(1);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 2 });
  });

  it('waits for approval after the yes where the offering asks for it', async () => {
    const h = await house(1, 2, { needsApproval: true });
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const said = await claimOffer(who(h, 1), { bookingId: id(ids, 1) });
    expect(said).toMatchObject({ ok: true, value: { status: 'pending' } });
  });

  it('goes to the next in the same transaction on a no, however often it is sent', async () => {
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await Promise.all([1, 2].map(() => declineOffer(who(h, 1), { bookingId: id(ids, 1) })));
    expect(await statuses(ids)).toEqual(['cancelled', 'cancelled', 'offered', 'waitlisted']);
    expect(await counters(h)).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('goes to the next when the time is over; a late yes is told so', async () => {
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    expect(await lapseOffer(clockwork, { bookingId: id(ids, 1) })).toBe('left');
    await elapse(ids[1]);
    expect(await claimOffer(who(h, 1), { bookingId: id(ids, 1) })).toMatchObject({
      reason: 'offer_over',
    });
    await sqlAsOwner()`update outbox set status = 'sent' where dedupe_key like '%:offered'`;
    expect(await lapseOffers(clockwork)).toBe(1);
    expect(await lapseOffer(clockwork, { bookingId: id(ids, 1) })).toBe('left');
    expect(await statuses(ids)).toEqual(['cancelled', 'lapsed', 'offered', 'waitlisted']);
    expect(await claimOffer(who(h, 1), { bookingId: id(ids, 1) })).toMatchObject({
      reason: 'offer_over',
    });
    expect(await told('lapsed')).toBe(1);
  });

  it('goes on when what has changed since bars who says yes', async () => {
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    await sqlAsOwner()`update memberships set status = 'left', ended_on = current_date
      where person_id = ${h.members[1]?.personId ?? ''}`;
    const said = await claimOffer(who(h, 1), { bookingId: id(ids, 1) });
    expect(said).toMatchObject({ ok: true, value: { status: 'refused' } });
    expect(await statuses(ids)).toEqual(['cancelled', 'refused', 'offered', 'waitlisted']);
  });

  it('is answered by its own person only', async () => {
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    const offered = { bookingId: id(ids, 1) };
    await expect(claimOffer(who(h, 2), offered)).rejects.toThrow(NotFound);
    await expect(claimOffer(h.me, offered)).rejects.toThrow(Forbidden);
    await expect(declineOffer(h.me, offered)).rejects.toThrow(Forbidden);
  });
});

describe('an offer that reached nobody', () => {
  const offered = async () => {
    const h = await house();
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
    expect(await told('offer_extended')).toBe(1);
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
    const h = await house();
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
    const h = await house();
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

describe('places kept for a group', () => {
  const keep = (h: House, given: Record<string, unknown> = {}) =>
    setCarveOut(
      h.me,
      setCarveOutInput.parse({
        sessionId: h.session.id,
        label: '新就业形态',
        capacity: '2',
        newFormOnly: 'yes',
        ...given,
      }),
    );
  const riders = (h: House, ...which: number[]) =>
    sqlAsOwner()`update memberships set is_new_form = true
      where person_id = any (${which.map((n) => h.members[n]?.personId ?? '')}::uuid[])`;
  const carved = async () => {
    const [found] = await sqlAsOwner()`select id, taken, returned_at from carve_outs`;
    return found;
  };

  it('are taken by their group first, open ones by everyone, and never by the others', async () => {
    const h = await house(3, 5);
    await riders(h, 1, 4);
    expect(await keep(h)).toMatchObject({ ok: true });
    const ids = await bookAll(h);
    expect(await statuses(ids)).toEqual(['booked', 'booked', 'waitlisted', 'waitlisted', 'booked']);
    expect(await counters(h)).toMatchObject({ taken: 3, reserved: 0, waiting: 2 });
    await cancelBooking(who(h, 4), { bookingId: id(ids, 4) });
    expect(await counters(h)).toMatchObject({ taken: 2, reserved: 1, waiting: 2 });
    expect((await ledger(h)).lines[0]?.why.words).toContain('留给新就业形态');
  });

  it('flow back by hand or at their time, to the queue first', async () => {
    const h = await house(3, 3);
    await keep(h, { returnsAt: '2099-01-01T09:00' }).then((r) => expect(r.ok).toBe(false));
    await keep(h);
    const ids = await bookAll(h);
    expect(await statuses(ids)).toEqual(['booked', 'waitlisted', 'waitlisted']);
    expect(await returnDueCarveOuts(clockwork)).toBe(0);
    await sqlAsOwner()`update carve_outs set returns_at = now() - interval '1 minute'`;
    expect(await returnDueCarveOuts(clockwork)).toBe(1);
    expect(await statuses(ids)).toEqual(['booked', 'offered', 'offered']);
    expect(await counters(h)).toMatchObject({ taken: 3, reserved: 0, waiting: 0 });
    const again = await returnCarveOut(h.me, { carveOutId: (await carved())?.id });
    expect(again).toMatchObject({ ok: true, value: { places: 0 } });
  });

  it('are refused above what is open and below what is taken, and for nobody in particular', async () => {
    const h = await house(3, 2);
    await riders(h, 0, 1);
    expect(await keep(h, { capacity: '4' })).toMatchObject({ reason: 'above_open', detail: {} });
    expect(await keep(h, { newFormOnly: undefined })).toMatchObject({ reason: 'invalid' });
    await keep(h);
    await bookAll(h);
    const carveOutId = (await carved())?.id;
    expect(await keep(h, { carveOutId, capacity: '1' })).toMatchObject({ reason: 'below_taken' });
    expect(await keep(h, { carveOutId, capacity: '3' })).toMatchObject({ ok: true });
    await expect(setCarveOut(who(h, 0), { sessionId: h.session.id } as never)).rejects.toThrow();
  });
});

describe('at the same instant', () => {
  const pause = (name: string) =>
    atPausePoint(`${name}:locked`, () => new Promise((done) => setTimeout(done, 60)));
  const withOffer = async () => {
    const h = await house();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    return { h, ids };
  };
  const exact = async (h: House) => {
    const [seen] = await sqlAsOwner()`select
      count(*) filter (where status in ('booked', 'offered', 'pending'))::int as taken,
      count(*) filter (where status = 'waitlisted')::int as waiting
      from bookings where session_id = ${h.session.id}`;
    expect(await counters(h)).toMatchObject(seen ?? {});
    expect(seen?.taken).toBeLessThanOrEqual(1);
  };

  it.each(['claim', 'lapse'])(
    'a yes and the end of its time: one wins (%s held up)',
    async (held) => {
      const { h, ids } = await withOffer();
      await sqlAsOwner()`update outbox set status = 'sent'`;
      await sqlAsOwner()`update bookings set offer_expires_at = now() + interval '150 milliseconds'
      where id = ${id(ids, 1)}`;
      pause(held);
      await new Promise((done) => setTimeout(done, 120));
      const [claimed, lapsed] = await Promise.all([
        claimOffer(who(h, 1), { bookingId: id(ids, 1) }),
        new Promise((done) => setTimeout(done, 40)).then(() =>
          lapseOffer(clockwork, { bookingId: id(ids, 1) }),
        ),
      ]);
      expect(claimed.ok).toBe(lapsed !== 'lapsed');
      await exact(h);
    },
  );

  it.each(['claim', 'cancel-session'])(
    'a yes and the end of the session (%s held up)',
    async (held) => {
      const { h, ids } = await withOffer();
      pause(held);
      await Promise.allSettled([
        claimOffer(who(h, 1), { bookingId: id(ids, 1) }),
        cancelSession(h.plain, { sessionId: h.session.id, reason: '场地停电' }),
      ]);
      expect(new Set(await statuses(ids))).toEqual(new Set(['cancelled']));
      expect(await counters(h)).toMatchObject({ taken: 0, waiting: 0 });
    },
  );

  it.each(['decline', 'book'])(
    'a no and somebody new: the queue goes first (%s held up)',
    async (held) => {
      const h = await house(1, 4);
      const ids = [await book(h, 0), await book(h, 1), await book(h, 2)];
      await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
      pause(held);
      const [, made] = await Promise.all([
        declineOffer(who(h, 1), { bookingId: id(ids, 1) }),
        book(h, 3),
      ]);
      expect(await statuses([...ids, made])).toEqual([
        'cancelled',
        'cancelled',
        'offered',
        'waitlisted',
      ]);
      await exact(h);
    },
  );
});
