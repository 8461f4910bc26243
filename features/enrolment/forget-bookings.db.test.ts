import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { bookingHealth } from '@/db/schema/bookings';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { personalData } from '@/features/bookings/personal-data';
import { sealField } from '@/lib/crypto/field';

beforeEach(resetDb);

const forget = () => arrange((tx) => personalData.expire(tx));

it('a booking names nobody three years after its session; that it was attended stays', async () => {
  const [old, young] = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: union.id });
    const make = async () => {
      const session = await aSession(tx, { offeringId: offering.id });
      const member = await aMember(tx, { organisationId: union.id });
      const given = { member, session, organisationId: union.id, status: 'attended' } as const;
      return aBooking(tx, given);
    };
    return [await make(), await make()] as const;
  });
  await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '1097 days',
    ends_at = now() - interval '1096 days' where id = ${old.sessionId}`;
  expect(await forget()).toBe(1);
  const rows = await sqlAsOwner()`
    select id, status, attendee_masked, phone_tail, name_grams from bookings`;
  expect(rows.find((row) => row.id === old.id)).toMatchObject({
    ...{ status: 'attended', attendee_masked: '已删除', phone_tail: '', name_grams: [] },
  });
  expect(rows.find((row) => row.id === young.id)?.phone_tail).toHaveLength(4);
  expect(await forget()).toBe(0);
});

it('health notes go the night after a place is given up, not only when the class is over', async () => {
  const id = await arrange(async (tx) => {
    const { union } = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: union.id, kind: 'childcare' });
    const session = await aSession(tx, { offeringId: offering.id });
    const member = await aMember(tx, { organisationId: union.id });
    const given = { member, session, organisationId: union.id, status: 'cancelled' } as const;
    return (await aBooking(tx, given)).id;
  });
  await sqlAsOwner()`update bookings set health_sealed = ${sealField('花生过敏', bookingHealth(id))}`;
  expect(await forget()).toBe(1);
  expect(await sqlAsOwner()`select health_sealed from bookings`).toEqual([{ health_sealed: null }]);
});
