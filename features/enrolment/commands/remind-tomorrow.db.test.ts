import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn, weekdayOf } from '@/lib/dates';
import { remindTomorrow } from './remind-tomorrow';

beforeEach(resetDb);

const noonIn = (now: Date, days: number) =>
  new Date(startOfDay(addDays(todayOn(now), days)).getTime() + 12 * 3_600_000);

it('a course is announced before each meeting, or as its offering says, and on no other day', async () => {
  await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const tomorrow = weekdayOf(addDays(todayOn(tx.now), 1));
    for (const [name, weekdays, reminders] of [
      ['每次', [0, 1, 2, 3, 4, 5, 6], 'each'],
      ['隔天', [0, 1, 2, 3, 4, 5, 6], 'gap'],
      ['首次', [0, 1, 2, 3, 4, 5, 6], 'first'],
      ['不上', [(tomorrow + 1) % 7, (tomorrow + 6) % 7], 'each'],
      ['每周', [tomorrow], 'gap'],
    ] as const) {
      const details = { reminders };
      const given = { organisationId: union.id, title: name, details };
      const offering = await anOffering(tx, given);
      // From a day that meets to one that meets, around today.
      const first = weekdays.length === 1 ? -6 : weekdays.length === 2 ? 0 : -2;
      const startsAt = noonIn(tx.now, first);
      const endsAt = new Date(noonIn(tx.now, weekdays.length === 2 ? 9 : 8).getTime() + 3_600_000);
      const times = { startsAt, endsAt, details: { weekdays: [...weekdays] } };
      const session = await aSession(tx, { offeringId: offering.id, ...times });
      const member = await aMember(tx, { organisationId: union.id });
      await aBooking(tx, { member, session, organisationId: union.id });
    }
  });
  expect(await remindTomorrow(makeCtx(system()))).toBe(2);
  expect(await sqlAsOwner()`select title, body from notices order by title`).toMatchObject([
    { title: '明天 12:00：每周', body: expect.stringContaining('第 2 次，共 3 次') },
    { title: '明天 12:00：每次', body: expect.stringContaining('第 4 次，共 11 次') },
  ]);
});

it('whoever has a place tomorrow is reminded once, of a screening in words that name nothing', async () => {
  await arrange(async (tx) => {
    const { union } = await aTree(tx);
    for (const [kind, days, status] of [
      ['training', 1, 'booked'],
      ['screening', 1, 'booked'],
      ['training', 2, 'booked'],
      ['training', 1, 'cancelled'],
    ] as const) {
      const offering = await anOffering(tx, { organisationId: union.id, kind });
      const startsAt = noonIn(tx.now, days);
      const endsAt = new Date(startsAt.getTime() + 3_600_000);
      const session = await aSession(tx, { offeringId: offering.id, startsAt, endsAt });
      const member = await aMember(tx, { organisationId: union.id });
      await aBooking(tx, { member, session, organisationId: union.id, status });
    }
  });
  const run = () => remindTomorrow(makeCtx(system()));
  expect([await run(), await run()]).toEqual([2, 2]);
  const notified = await sqlAsOwner()`select title, body from notices order by title`;
  expect(notified).toMatchObject([
    { title: expect.stringMatching(/^明天 12:00：/) },
    { title: '请查看健康服务通知', body: '您明天有预约，请打开查看。' },
  ]);
  expect(await sqlAsOwner()`select template from outbox order by template`).toHaveLength(2);
});
