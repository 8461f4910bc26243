import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as, keyed } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findCancelStatus } from '@/features/eligibility/queries/cancel-status';
import type { Ctx } from '@/lib/ctx';
import { bookPlaceInput } from '../schema/booking';
import { cancelBooking } from './cancel-booking';
import { requestPlace } from './request-place';

const scene = (people: number) =>
  arrange(async (tx) => {
    const { union, district } = await aTree(tx);
    const offering = await anOffering(tx, { kind: 'training', organisationId: district.id });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 200 });
    const members = [];
    for (let n = 0; n < people; n++) members.push(await aMember(tx, { organisationId: union.id }));
    const input = bookPlaceInput.parse({
      offeringId: offering.id,
      sessionId: session.id,
      who: 'self',
    });
    return { offering, session, input, members: members.map((made) => as(actorOf(made))) };
  });

/** The n-th of them. */
function person(ctxs: readonly Ctx[], n = 0): Ctx {
  const found = ctxs[n];
  if (!found) throw new Error('no such person');
  return found;
}

const from = (ctx: Ctx, address: string): Ctx => ({
  ...ctx,
  client: { browser: 'b1', address, device: '测试' },
});

beforeEach(resetDb);

describe('the door to booking', () => {
  it('tells who floods it to wait, and serves the same person when they come back', async () => {
    const { members, input } = await scene(1);
    const me = person(members);
    const flood = Array.from({ length: 200 }, () => requestPlace(from(me, '10.0.0.1'), input));
    const answers = await Promise.all(flood);
    const stopped = answers.filter((a) => !a.ok && a.reason === 'too_fast');
    expect(stopped).toHaveLength(188);
    expect(stopped[0]?.ok === false && Number(stopped[0].detail?.seconds)).toBeGreaterThan(0);
    await sqlAsOwner()`update bursts set window_start = window_start - interval '10 seconds'`;
    const honest = await requestPlace(from(me, '10.0.0.1'), input);
    expect(honest).toMatchObject({ ok: false, reason: 'already_booked' });
    expect(await sqlAsOwner()`select 1 from bookings`).toHaveLength(1);
  });

  it('serves a hundred people behind one address', async () => {
    const { members, input } = await scene(100);
    const answers = await Promise.all(
      members.map((ctx) => requestPlace(from(ctx, '10.0.0.2'), input)),
    );
    expect(answers.filter((a) => a.ok)).toHaveLength(100);
  });
});

describe('booking and cancelling over and over', () => {
  async function cycle(me: Ctx, input: Parameters<typeof requestPlace>[1], times: number) {
    for (let n = 0; n < times; n++) {
      const made = await requestPlace(me, input);
      if (!made.ok) throw new Error(made.reason);
      const { bookingId } = made.value;
      expect(await cancelBooking(me, { bookingId })).toMatchObject({ ok: true });
    }
  }

  it('pauses after five cancellations of one thing, for this person and this thing alone', async () => {
    const { members, input } = await scene(2);
    const [me, somebody] = [person(members), person(members, 1)];
    await cycle(me, input, 5);
    const sixth = await requestPlace(me, input);
    expect(sixth).toMatchObject({ ok: false, reason: 'ineligible', detail: { rule: 'cycling' } });
    expect(JSON.stringify(sixth)).toContain('后可以再报');
    expect(await requestPlace(somebody, input)).toMatchObject({ ok: true });
    const taken = await sqlAsOwner()`select taken from session_capacity`;
    expect(taken).toMatchObject([{ taken: 1 }]);
  });

  it('is over when the oldest is a day old, and told on the page of cancelling before', async () => {
    const { members, input } = await scene(1);
    const me = person(members);
    await cycle(me, input, 4);
    const last = await requestPlace(me, input);
    if (!last.ok) throw new Error(last.reason);
    const { bookingId } = last.value;
    expect(await findCancelStatus(me, bookingId)).toMatchObject({ count: 4, limit: 5 });
    await cancelBooking(me, { bookingId });
    expect(await requestPlace(me, input)).toMatchObject({ reason: 'ineligible' });
    await sqlAsOwner()`update bookings set cancelled_at = now() - interval '25 hours'
      where id = (select id from bookings order by cancelled_at limit 1)`;
    expect(await requestPlace(me, input)).toMatchObject({ ok: true });
  });

  it('is a setting of the federation', async () => {
    const { members, input } = await scene(1);
    await sqlAsOwner()`insert into settings (key, value) values ('booking_cancel_limit', '1')`;
    const me = person(members);
    await cycle(me, input, 1);
    expect(await requestPlace(me, input)).toMatchObject({ detail: { rule: 'cycling' } });
  });

  it('says 已满 at one look: no lock is waited for, and a holder’s repeat gets the first receipt', async () => {
    const { members, input, offering, session } = await scene(2);
    await sqlAsOwner()`update session_capacity set capacity = 1 where session_id = ${session.id}`;
    await sqlAsOwner()`update offerings set rules = '{"waitlistMax": 0}' where id = ${offering.id}`;
    const key = crypto.randomUUID();
    const hers = keyed(person(members), key, {
      fields: ['bookingId', 'number', 'status', 'position'],
    });
    const first = await requestPlace(hers, input);
    expect(first.ok).toBe(true);
    await sqlAsOwner().begin(async (locking) => {
      await locking`select 1 from session_capacity where session_id = ${session.id} for update`;
      const other = await requestPlace(person(members, 1), input);
      expect(other).toMatchObject({ ok: false, reason: 'full' });
    });
    expect(await requestPlace(hers, input)).toEqual(first);
    await sqlAsOwner()`update offerings set rules = '{}' where id = ${offering.id}`;
    const queued = await requestPlace(person(members, 1), input);
    expect(queued).toMatchObject({ ok: true, value: { status: 'waitlisted' } });
  });
});
