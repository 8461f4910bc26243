import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { raceAt } from '@/db/testing/waits';
import { reservePlace } from '@/features/places/commands/reserve-place';
import { returnDueCarveOuts } from '@/features/places/commands/return-carve-out';
import { listReservations } from '@/features/places/queries/reservations';
import { reservePlaceInput } from '@/features/places/schema/reservations';
import { addDays, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import {
  book,
  clockwork,
  counters,
  ledger,
  row,
  type Scene,
  scene,
  who,
} from '../offers.test-helpers';
import { cancelBooking } from './cancel-booking';

beforeEach(resetDb);

const in5Days = `${addDays(todayOn(new Date()), 5)}T12:00`;
const reserve = (h: Scene, given: Record<string, unknown> = {}) =>
  reservePlace(
    h.plain,
    reservePlaceInput.parse({
      ...{ sessionId: h.session.id, purpose: '困难职工子女', places: '1', until: in5Days },
      ...given,
    }),
  );
const forMember = (h: Scene, n: number) => reserve(h, { phone: h.members[n]?.phone });

describe('a reserved place', () => {
  it('for a person is theirs alone, counted apart, and told to them', async () => {
    const h = await scene(1, 2);
    expect(await forMember(h, 1)).toMatchObject({ ok: true });
    expect(await counters(h)).toMatchObject({ taken: 0, reserved: 1 });
    const { rows } = (await ledger(h)).ledger;
    expect(rows.find((line) => line.fill === 'reserved')).toMatchObject({ count: 1 });
    const [notice] =
      await sqlAsOwner()`select account_id, body from notices where dedupe_key like 'reserved:%'`;
    expect(notice).toMatchObject({ account_id: h.members[1]?.accountId });
    const other = await book(h, 0);
    expect((await row(other))?.status).toBe('waitlisted');
    const theirs = await book(h, 1);
    expect((await row(theirs))?.status).toBe('booked');
    expect(await counters(h)).toMatchObject({ taken: 1, reserved: 0, waiting: 1 });
    // Once used it is a place like any other: it goes on to who waits.
    await cancelBooking(who(h, 1), { bookingId: theirs });
    expect((await row(other))?.status).toBe('offered');
    expect(await listReservations(h.plain, h.offering)).toMatchObject([
      { attendee: expect.stringContaining('*'), purpose: '困难职工子女', until: expect.any(Date) },
    ]);
  });

  it('flows back by the job when its time is over, to who waits first', async () => {
    const h = await scene(2, 2);
    await reserve(h, { places: '2' });
    const waits = await book(h, 0);
    expect((await row(waits))?.status).toBe('waitlisted');
    expect(await returnDueCarveOuts(clockwork)).toEqual({ done: 0, failed: 0 });
    await sqlAsOwner()`update carve_outs set returns_at = now() - interval '1 minute'`;
    expect(await returnDueCarveOuts(clockwork)).toEqual({ done: 1, failed: 0 });
    expect((await row(waits))?.status).toBe('offered');
    expect(await counters(h)).toMatchObject({ taken: 1, reserved: 0 });
  });

  it('is refused beside the field: no end, too late an end, none open, nobody’s number, twice', async () => {
    const h = await scene(1, 2);
    const field = async (name: string, given: Record<string, unknown>) => {
      const said = await reserve(h, given);
      return said.ok ? null : said.fieldErrors?.[name];
    };
    expect(await field('until', { until: '' })).toContain('请填留到什么时候');
    expect(await field('until', { until: '2020-01-01T09:00' })).toContain('已过');
    expect(await field('until', { until: '2099-01-01T09:00' })).toContain('请选在这之前');
    expect(await field('phone', { phone: '13800000000' })).toContain('没有人用这个手机号');
    expect(await field('places', { places: '3' })).toBe('空着的只有 1 个，最多留 1 个');
    expect(await field('places', { places: '2', phone: h.members[0]?.phone })).toContain(
      '只能留 1 个',
    );
    await book(h, 0);
    expect(await field('phone', { phone: h.members[0]?.phone })).toContain('已经报了这一场');
    expect(await field('places', {})).toBe('1 个名额已满，留不了。可以先加名额');
    const more = await scene(2, 1);
    await forMember(more, 0);
    expect(await forMember(more, 0)).toMatchObject({
      fieldErrors: { phone: expect.stringContaining('已经给他留了') },
    });
  });

  it('is not for who manages nothing, nor to be passed to somebody who waits', async () => {
    const h = await scene(1, 2);
    await book(h, 0);
    await book(h, 1);
    expect(await forMember(h, 1)).toMatchObject({
      fieldErrors: { phone: expect.stringContaining('候补') },
    });
    const input = reservePlaceInput.parse({
      sessionId: h.session.id,
      purpose: '留',
      places: '1',
      until: in5Days,
    });
    await expect(reservePlace(who(h, 0), input)).rejects.toThrow(/./);
    await expect(
      reservePlace(who(h, 0), input).catch((e) => e instanceof NotFound || e instanceof Forbidden),
    ).resolves.toBe(true);
  });

  it('never shares the last place with a booking of the same instant', async () => {
    const h = await scene(1, 1);
    const [reserved, booked] = await raceAt(
      'reserve:locked',
      () => reserve(h),
      () => book(h, 0),
    );
    expect(reserved).toMatchObject({ ok: true });
    expect((await row(booked))?.status).toBe('waitlisted');
    expect(await counters(h)).toMatchObject({ taken: 0, reserved: 1, waiting: 1 });
  });
});
