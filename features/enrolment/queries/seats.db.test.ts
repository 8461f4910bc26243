import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { findSeats } from '@/features/places/queries/seats';
import { anonymous } from '@/lib/actor';
import { NotFound } from '@/lib/errors';
import { bookPlace } from '../commands/book-place';
import { bookPlaceInput } from '../schema/booking';
import { getOfferingPage } from './offering-page';

const scene = (visibility: 'all' | 'subtree') =>
  arrange(async (tx) => {
    const { union, otherUnion } = await aTree(tx);
    const offering = await anOffering(tx, { organisationId: union.id, visibility });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 2 });
    const inside = await aMember(tx, { organisationId: union.id });
    const outside = await aMember(tx, { organisationId: otherUnion.id });
    return { offering, session, inside: as(actorOf(inside)), outside: as(actorOf(outside)) };
  });

const nobody = as(anonymous);
const noOne = async () => nobody;

beforeEach(resetDb);

describe('the counts that an open page asks for', () => {
  it('follow each booking, and need nobody to be signed in', async () => {
    const { offering, session, inside } = await scene('all');
    expect(await findSeats(nobody, offering.id, noOne)).toEqual({ [session.id]: [2, 0, 0] });
    const input = { offeringId: offering.id, sessionId: session.id, who: 'self' };
    expect(await bookPlace(inside, bookPlaceInput.parse(input))).toMatchObject({ ok: true });
    expect(await findSeats(nobody, offering.id, noOne)).toEqual({ [session.id]: [2, 1, 0] });
  });

  it('of what is for one subtree are for its members alone', async () => {
    const { offering, inside, outside } = await scene('subtree');
    expect(await findSeats(nobody, offering.id, noOne)).toBeNull();
    expect(await findSeats(nobody, offering.id, async () => outside)).toBeNull();
    expect(await findSeats(nobody, offering.id, async () => inside)).not.toBeNull();
  });

  it('of a draft, also one that was given up, and of what does not exist, are nothing', async () => {
    const { offering, inside } = await scene('all');
    for (const status of ['draft', 'cancelled']) {
      await sqlAsOwner()`update offerings set status = ${status}, published_at = null`;
      expect(await findSeats(nobody, offering.id, async () => inside)).toBeNull();
      await expect(getOfferingPage(nobody, offering.id)).rejects.toThrow(NotFound);
      await expect(getOfferingPage(inside, offering.id)).rejects.toThrow(NotFound);
    }
    expect(await findSeats(nobody, 'x', noOne)).toBeNull();
  });
});
