import { beforeEach, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { listOfferingBookings } from '@/features/bookings/queries/desk-bookings';
import { bookingFilter } from '@/features/bookings/schema/desk-filter';
import { getDeskOffering } from '@/features/offerings/queries/desk-offering';
import { readyToPublish } from './ready-to-publish';

beforeEach(resetDb);

it('two queues of one starting time are listed one after the other, each in its order', async () => {
  const { officer, offering } = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'economy_officer', tree.district.id);
    const offering = await anOffering(tx, { organisationId: tree.district.id });
    const startsAt = new Date(tx.now.getTime() + 20 * 86_400_000);
    const endsAt = new Date(startsAt.getTime() + 7_200_000);
    for (let n = 0; n < 2; n++) {
      const session = await aSession(tx, {
        offeringId: offering.id,
        capacity: 1,
        startsAt,
        endsAt,
      });
      for (let at = 0; at < 3; at++) {
        const member = await aMember(tx, { organisationId: tree.union.id });
        await aBooking(tx, {
          member,
          session,
          organisationId: tree.union.id,
          status: 'waitlisted',
        });
      }
    }
    return { officer, offering };
  });
  await sqlAsOwner()`update bookings b set queue_no = x.n from (select id, row_number() over
    (partition by session_id order by number) as n from bookings) x where x.id = b.id`;
  const ctx = as(officer.actor);
  const filter = bookingFilter.parse({ status: 'waitlisted' });
  const { items } = await listOfferingBookings(
    ctx,
    await getDeskOffering(ctx, offering.id),
    filter,
  );
  expect(items.map((b) => b.queueNo)).toEqual([1, 2, 3, 1, 2, 3]);
});

it('a class for children says how many of the members it fits have a child on record', async () => {
  const { officer, offering } = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'women_officer', tree.district.id);
    const offering = await anOffering(tx, {
      organisationId: tree.district.id,
      kind: 'childcare',
      status: 'draft',
    });
    for (let n = 0; n < 15; n++) {
      const member = await aMember(tx, { organisationId: tree.union.id });
      if (n < 5) await aChild(tx, { guardians: [member] });
    }
    return { officer, offering };
  });
  const ctx = as(officer.actor);
  const ready = await readyToPublish(ctx, await getDeskOffering(ctx, offering.id));
  expect(ready).toMatchObject({ fitting: 15, families: 5 });
});
