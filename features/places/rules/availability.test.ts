import { describe, expect, it, test } from 'vitest';
import {
  type Availability,
  type CarveOut,
  freeCarveOut,
  leastCapacity,
  placeFor,
  releaseCarveOut,
  releasePlace,
  reservedBy,
  resizeReserved,
  takePlace,
} from './availability';
import { fitsWhole, nextInQueue, type Waiting } from './queue';

const returned = new Date('2026-06-20T02:00:00Z');
const carved = (id: string, capacity: number, taken: number, at: Date | null = null): CarveOut => ({
  id,
  capacity,
  taken,
  returnedAt: at,
});
/** Ten places, four taken; of the rest three are kept for riders, one of whom came. */
const stock = (more: Partial<Availability['places']> = {}): Availability => ({
  places: {
    capacity: 10,
    taken: 4,
    waiting: 0,
    reserved: 2,
    overridden: 0,
    queueNext: 1,
    ...more,
  },
  carveOuts: [carved('rider', 3, 1), carved('gone', 5, 2, returned)],
});
const held = (more = {}) =>
  ({ status: 'booked', carveOutId: null, isOverride: false, ...more }) as const;

describe('places that a group keeps', () => {
  it('are those it has not taken, and none once they flowed back', () => {
    expect(stock().carveOuts.map(reservedBy)).toEqual([2, 0]);
  });

  it('are found by who belongs to the group, in the order of the groups', () => {
    expect(freeCarveOut(stock(), ['rider', 'gone'])).toBe('rider');
    expect(freeCarveOut(stock(), ['gone', 'town'])).toBeNull();
    const two = {
      ...stock(),
      carveOuts: [carved('full', 1, 1), carved('town', 2, 0), carved('rider', 3, 1)],
    };
    expect(freeCarveOut(two, ['rider', 'town', 'full'])).toBe('town');
  });

  it('are taken before an open one by whom they are kept for', () => {
    expect(placeFor(stock(), ['rider'])).toEqual({ carveOutId: 'rider' });
    expect(placeFor(stock(), [])).toEqual({ carveOutId: null });
    expect(placeFor(stock({ taken: 8 }), [])).toBeNull();
    expect(placeFor(stock({ taken: 8 }), ['rider'])).toEqual({ carveOutId: 'rider' });
  });
});

describe('a place that is taken or given back', () => {
  it('counts where it came from', () => {
    const kept = takePlace(stock(), 'rider');
    expect(kept.places).toMatchObject({ taken: 5, reserved: 1 });
    expect(kept.carveOuts.map(({ taken }) => taken)).toEqual([2, 2]);
    const open = takePlace(stock(), null);
    expect(open.places).toMatchObject({ taken: 5, reserved: 2 });
    expect(open.carveOuts).toEqual(stock().carveOuts);
  });

  test.each([
    ['an open place', held(), { taken: 3, reserved: 2, overridden: 1, waiting: 1 }, [1, 2]],
    [
      'a kept place, to its group',
      held({ carveOutId: 'rider' }),
      { taken: 3, reserved: 3, overridden: 1, waiting: 1 },
      [0, 2],
    ],
    [
      'a place of a group that keeps none any more, to all',
      held({ carveOutId: 'gone' }),
      { taken: 3, reserved: 2, overridden: 1, waiting: 1 },
      [1, 1],
    ],
    [
      'an override, to nobody',
      held({ isOverride: true }),
      { taken: 4, reserved: 2, overridden: 0, waiting: 1 },
      [1, 2],
    ],
    [
      'a place in the queue',
      held({ status: 'waitlisted' }),
      { taken: 4, reserved: 2, overridden: 1, waiting: 0 },
      [1, 2],
    ],
    [
      'nothing, where nothing was held',
      held({ status: 'cancelled' }),
      { taken: 4, reserved: 2, overridden: 1, waiting: 1 },
      [1, 2],
    ],
  ] as const)('gives back %s', (_what, hold, places, takenOf) => {
    const after = releasePlace(stock({ overridden: 1, waiting: 1 }), hold);
    expect(after.places).toMatchObject(places);
    expect(after.carveOuts.map(({ taken }) => taken)).toEqual(takenOf);
  });

  it('comes out as it was when it is taken and given back', () => {
    const carveOutId = 'rider';
    expect(releasePlace(takePlace(stock(), carveOutId), held({ carveOutId }))).toEqual(stock());
  });
});

describe('what a group no longer keeps', () => {
  it('is open to all from then on; what was taken stays taken, once', () => {
    const after = releaseCarveOut(stock(), 'rider', returned);
    expect(after.places).toMatchObject({ taken: 4, reserved: 0 });
    expect(after.carveOuts[0]).toEqual(carved('rider', 3, 1, returned));
    expect(after.carveOuts[1]).toEqual(stock().carveOuts[1]);
    expect(releaseCarveOut(after, 'rider', new Date())).toBe(after);
  });

  it('is nothing for a group that is not there', () => {
    const before = stock();
    expect(releaseCarveOut(before, 'town', returned)).toBe(before);
  });
});

describe('a new size', () => {
  const rider = carved('rider', 3, 1);

  test.each([
    [0, { ok: false, reason: 'below_taken', most: 1 }],
    [1, { ok: true, places: { reserved: 0 } }],
    [7, { ok: true, places: { reserved: 6 } }],
    [8, { ok: false, reason: 'above_open', most: 7 }],
  ])('of %i for a group that took one, with four open, comes to %j', (capacity, verdict) => {
    expect(resizeReserved(stock(), rider, capacity)).toMatchObject(verdict);
  });

  it('of a session leaves what is taken and what is kept', () => {
    expect(leastCapacity(stock().places)).toBe(6);
  });
});

describe('whose turn it is', () => {
  const waits = (id: string, groups: string[] = [], household: string | null = null): Waiting => ({
    id,
    groups,
    household,
  });
  const full = stock({ taken: 8 });

  it('is the first who may take what is free: a kept place is passed on to its group', () => {
    expect(nextInQueue(stock(), [waits('a'), waits('b')])).toEqual({ id: 'a', carveOutId: null });
    expect(nextInQueue(full, [waits('a'), waits('b', ['rider'])])).toEqual({
      id: 'b',
      carveOutId: 'rider',
    });
  });

  it('is nobody’s while nothing is free, nor while what is free is for others', () => {
    expect(nextInQueue(full, [waits('a')])).toBeNull();
    const none = { ...stock({ taken: 10, reserved: 0 }), carveOuts: [] };
    expect(nextInQueue(none, [waits('a', ['rider'])])).toBeNull();
    expect(nextInQueue(stock(), [])).toBeNull();
  });

  it('passes siblings over until there is a place for each of them', () => {
    const one = stock({ taken: 7 });
    const pair = [waits('a', [], 'x'), waits('b', [], 'x'), waits('c')];
    expect(nextInQueue(one, pair)).toEqual({ id: 'c', carveOutId: null });
    expect(nextInQueue(stock({ taken: 6 }), pair)).toEqual({ id: 'a', carveOutId: null });
    expect(nextInQueue(one, [waits('a', [], 'x'), waits('c', [], 'y')])?.id).toBe('a');
  });

  it('lets one of a pair sit on a kept place beside the other on an open one', () => {
    const pair = [waits('a', ['rider']), waits('b')];
    expect(fitsWhole(stock({ taken: 7 }), pair)).toBe(true);
    expect(fitsWhole(stock({ taken: 8 }), pair)).toBe(false);
    expect(fitsWhole(full, [])).toBe(true);
  });
});
