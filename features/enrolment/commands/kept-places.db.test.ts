import { beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { withBadRow } from '@/db/testing/spoil';
import { raceAt } from '@/db/testing/waits';
import { claimOffer } from '@/features/places/commands/claim-offer';
import { declineOffer } from '@/features/places/commands/decline-offer';
import { lapseOffer } from '@/features/places/commands/lapse-offer';
import { returnCarveOut, returnDueCarveOuts } from '@/features/places/commands/return-carve-out';
import { setCarveOut } from '@/features/places/commands/set-carve-out';
import { setCarveOutInput } from '@/features/places/schema/carve-outs';
import { cancelSession } from '@/features/scheduling/commands/cancel-session';
import {
  book,
  bookAll,
  clockwork,
  counters,
  elapse,
  id,
  ledger,
  type Scene,
  scene,
  statuses,
  who,
} from '../offers.test-helpers';
import { cancelBooking } from './cancel-booking';

beforeEach(resetDb);

describe('places kept for a group', () => {
  const keep = (h: Scene, given: Record<string, unknown> = {}) =>
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
  const riders = (h: Scene, ...which: number[]) =>
    sqlAsOwner()`update memberships set is_new_form = true
      where person_id = any (${which.map((n) => h.members[n]?.personId ?? '')}::uuid[])`;
  const carved = async () => {
    const [found] = await sqlAsOwner()`select id, taken, returned_at from carve_outs`;
    return found;
  };

  it('are taken by their group first, open ones by everyone, and never by the others', async () => {
    const h = await scene(3, 5);
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
    const h = await scene(3, 3);
    await keep(h, { returnsAt: '2099-01-01T09:00' }).then((r) => expect(r.ok).toBe(false));
    await keep(h);
    const ids = await bookAll(h);
    expect(await statuses(ids)).toEqual(['booked', 'waitlisted', 'waitlisted']);
    expect(await returnDueCarveOuts(clockwork)).toEqual({ done: 0, failed: 0 });
    await sqlAsOwner()`update carve_outs set returns_at = now() - interval '1 minute'`;
    expect(await returnDueCarveOuts(clockwork)).toEqual({ done: 1, failed: 0 });
    expect(await statuses(ids)).toEqual(['booked', 'offered', 'offered']);
    expect(await counters(h)).toMatchObject({ taken: 3, reserved: 0, waiting: 0 });
    const again = await returnCarveOut(h.me, { carveOutId: (await carved())?.id });
    expect(again).toMatchObject({ ok: true, value: { places: 0 } });
  });

  it('flow back in the other sessions when those of one cannot', async () => {
    const h = await scene(3, 3);
    const other = await arrange((tx) => aSession(tx, { offeringId: h.offering.id, capacity: 3 }));
    await keep(h);
    await keep(h, { sessionId: other.id });
    await sqlAsOwner()`update carve_outs set returns_at = now() - interval '1 minute'`;
    const row = { table: 'carve_outs', column: 'session_id', value: other.id };
    const run = () => returnDueCarveOuts(clockwork);
    expect(await withBadRow(row, run)).toEqual({ done: 1, failed: 1 });
    const left = await sqlAsOwner()`select session_id from carve_outs where returned_at is null`;
    expect(left).toEqual([{ session_id: other.id }]);
    expect(await run()).toEqual({ done: 1, failed: 0 });
  });

  it('are refused above what is open and below what is taken, and for nobody in particular', async () => {
    const h = await scene(3, 2);
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
  /** Both at once, one of them first behind the lock; what each said, in the order given. */
  const race = async (
    firstAction: string,
    ways: Readonly<Record<string, () => Promise<unknown>>>,
  ) => {
    const names = Object.keys(ways).sort((a) => (a === firstAction ? -1 : 1));
    const [first, second] = names.map((name) => async () => ways[name]?.().catch(() => 'thrown'));
    if (!first || !second) throw new Error('a race is of two');
    const said = await raceAt(`${firstAction}:locked`, first, second);
    return Object.fromEntries(names.map((name, n) => [name, said[n]]));
  };
  const withOffer = async () => {
    const h = await scene();
    const ids = await bookAll(h);
    await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
    return { h, ids };
  };
  const exact = async (h: Scene) => {
    const [seen] = await sqlAsOwner()`select
      count(*) filter (where status in ('booked', 'offered', 'pending'))::int as taken,
      count(*) filter (where status = 'waitlisted')::int as waiting
      from bookings where session_id = ${h.session.id}`;
    expect(await counters(h)).toMatchObject(seen ?? {});
    expect(seen?.taken).toBeLessThanOrEqual(1);
  };

  it.each(['claim', 'lapse'])(
    'a yes and the end of its time: one wins (%s held up)',
    async (firstAction) => {
      const { h, ids } = await withOffer();
      await sqlAsOwner()`update outbox set status = 'sent'`;
      // The clock may come early, but a yes never late.
      if (firstAction === 'lapse') await elapse(ids[1]);
      const said = await race(firstAction, {
        claim: () => claimOffer(who(h, 1), { bookingId: id(ids, 1) }),
        lapse: () => lapseOffer(clockwork, { bookingId: id(ids, 1) }),
      });
      expect(said).toMatchObject(
        firstAction === 'claim'
          ? { claim: { ok: true }, lapse: 'left' }
          : { claim: { reason: 'offer_over' }, lapse: 'lapsed' },
      );
      expect(await lapseOffer(clockwork, { bookingId: id(ids, 1) })).toBe('left');
      await exact(h);
    },
  );

  it.each(['claim', 'cancel-session'])(
    'a yes and the end of the session (%s held up)',
    async (firstAction) => {
      const { h, ids } = await withOffer();
      await race(firstAction, {
        claim: () => claimOffer(who(h, 1), { bookingId: id(ids, 1) }),
        'cancel-session': () =>
          cancelSession(h.plain, { sessionId: h.session.id, reason: '场地停电' }),
      });
      expect(new Set(await statuses(ids))).toEqual(new Set(['cancelled']));
      expect(await counters(h)).toMatchObject({ taken: 0, waiting: 0 });
    },
  );

  it.each(['decline', 'book'])(
    'a no and somebody new: the queue goes first (%s held up)',
    async (firstAction) => {
      const h = await scene(1, 4);
      const ids = [await book(h, 0), await book(h, 1), await book(h, 2)];
      await cancelBooking(who(h, 0), { bookingId: id(ids, 0) });
      const made = await race(firstAction, {
        decline: () => declineOffer(who(h, 1), { bookingId: id(ids, 1) }),
        book: () => book(h, 3),
      });
      expect(await statuses([...ids, String(made.book)])).toEqual([
        'cancelled',
        'cancelled',
        'offered',
        'waitlisted',
      ]);
      await exact(h);
    },
  );
});
