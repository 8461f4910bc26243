import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { aBooking } from '@/db/factories/bookings';
import { arrange } from '@/db/factories/house';
import { aTree } from '@/db/factories/organisations';
import { anOffering, aSession } from '@/db/factories/programmes';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { remindTomorrow } from './remind-tomorrow';

beforeEach(resetDb);

const noonIn = (now: Date, days: number) =>
  new Date(startOfDay(addDays(todayOn(now), days)).getTime() + 12 * 3_600_000);

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
  const told = await sqlAsOwner()`select title, body from notices order by title`;
  expect(told).toMatchObject([
    { title: expect.stringMatching(/^明天 12:00：/) },
    { title: '请查看健康服务通知', body: '您明天有预约，请打开查看。' },
  ]);
  expect(await sqlAsOwner()`select template from outbox order by template`).toHaveLength(2);
});
