import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { arrange } from '@/db/factories/arrange';
import { aSession } from '@/db/factories/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { lapseOffers } from '@/features/places/commands/lapse-offer';
import { reallocateIdlePlaces } from '@/features/places/commands/reallocate-idle-places';
import { atPausePoint } from '@/lib/pause-point';
import { book, bookAll, clockwork, elapse, scene, statuses } from '../offers.test-helpers';

beforeEach(resetDb);
afterEach(() => atPausePoint('lapse:locked', null));

describe('the sweep of every minute', () => {
  it('lapses the other offers when one of them fails', async () => {
    const h = await scene(2, 4);
    const ids = await bookAll(h);
    await sqlAsOwner()`update bookings set status = 'offered', offered_at = now(),
      offer_source = 'waitlist', offer_expires_at = now() where id = any(${ids.slice(0, 2)})`;
    for (const id of ids.slice(0, 2)) await elapse(id);
    await sqlAsOwner()`update outbox set status = 'sent'`;
    let first = true;
    atPausePoint('lapse:locked', () => {
      if (!first) return;
      first = false;
      throw new Error('bad item');
    });
    expect(await lapseOffers(clockwork)).toEqual({ done: 1, failed: 1 });
    const now = await statuses(ids.slice(0, 2));
    expect(now.sort()).toEqual(['lapsed', 'offered']);
  });

  it('gives the free place of the last session too, when a hundred before it cannot be given', async () => {
    const h = await scene(1, 2);
    const [mine, waits] = [await book(h, 0), await book(h, 1)];
    // As after an outage: the place is free and nobody was asked.
    await sqlAsOwner()`update bookings set status = 'cancelled' where id = ${mine}`;
    await sqlAsOwner()`update session_capacity set taken = 0`;
    await arrange(async (tx) => {
      for (let n = 0; n < 101; n++) await aSession(tx, { offeringId: h.offering.id, capacity: 1 });
    });
    // The others claim somebody waits, but hold nobody who could be asked.
    await sqlAsOwner()`update session_capacity set waiting = 1`;
    await sqlAsOwner()`update bookings set session_id = s.id
      from (select id from offering_sessions order by id desc limit 1) s where bookings.id = ${waits}`;
    await reallocateIdlePlaces(clockwork);
    expect(await statuses([waits])).toEqual(['offered']);
  });
});
