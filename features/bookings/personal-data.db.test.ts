import { beforeEach, describe, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { personalData } from './personal-data';

beforeEach(resetDb);

const aFutureBooking = () =>
  arrange(async (tx) => {
    const { union } = await aTree(tx);
    const member = await aMember(tx, { organisationId: union.id });
    const offering = await anOffering(tx, { organisationId: union.id });
    const session = await aSession(tx, { offeringId: offering.id });
    const { id } = await aBooking(tx, { member, session, organisationId: union.id });
    return { id, personId: member.personId };
  });

describe('erasing a person', () => {
  it.each(['cancelled', 'refused', 'lapsed', 'not_drawn'])(
    'empties a booking of days to come that is %s',
    async (status) => {
      const { id, personId } = await aFutureBooking();
      await sqlAsOwner()`update bookings set status = ${status} where id = ${id}`;
      expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
      const [row] = await sqlAsOwner()`select attendee_masked, phone_tail from bookings`;
      expect(row).toEqual({ attendee_masked: '已删除', phone_tail: '' });
    },
  );

  it('leaves a booking that still stands to whoever ends it first', async () => {
    const { personId } = await aFutureBooking();
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(0);
  });
});
