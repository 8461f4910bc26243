import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { NotFound } from '@/lib/errors';
import { bookPlace } from '../commands/book-place';
import { approveBooking } from '../commands/decide-bookings';
import { bookPlaceInput } from '../schema/booking';
import { getBookingCase } from './desk-case';

/** A class of one town, asked for by a parent of another, waiting for an answer. */
async function aCase() {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const member = await aMember(tx, { organisationId: tree.otherUnion.id, name: '黄初晴' });
    const child = await aChild(tx, { guardians: [member], name: '覃小川', schoolEntryYear: 2024 });
    const offering = await anOffering(tx, {
      organisationId: tree.town.id,
      needsApproval: true,
      kind: 'childcare',
      term: '2026夏',
      rules: { gradeMin: 1, gradeMax: 6 },
    });
    const session = await aSession(tx, { offeringId: offering.id, capacity: 1 });
    return {
      ...{ tree, member, child, offering, session },
      officer: (await anOfficer(tx, 'town_admin', tree.town.id)).actor,
      other: (await anOfficer(tx, 'town_admin', tree.otherTown.id)).actor,
    };
  });
  const input = bookPlaceInput.parse({
    offeringId: made.offering.id,
    sessionId: made.session.id,
    who: made.child.childId,
  });
  const done = await bookPlace(as(actorOf(made.member)), input);
  if (!done.ok) throw new Error(done.reason);
  return { ...made, id: done.value.bookingId };
}

beforeEach(resetDb);

describe('a booking that waits for an answer', () => {
  it('is read with its conditions as they stand now, the grade, and no name in full', async () => {
    const { officer, id } = await aCase();
    const read = await getBookingCase(as(officer), id);
    expect(read.checks.length).toBeGreaterThan(2);
    expect(read.checks.every((check) => check.outcome === 'pass')).toBe(true);
    expect(read.grade).toMatch(/年级/);
    expect(JSON.stringify(read)).not.toMatch(/覃小川|黄初晴|您/);
  });

  it('says which condition does not hold any more, without telling what is elsewhere', async () => {
    const { officer, id, member } = await aCase();
    await sqlAsOwner()`update memberships set status = 'left' where person_id = ${member.personId}`;
    const read = await getBookingCase(as(officer), id);
    expect(read.checks.filter((check) => check.outcome === 'fail')).toEqual([
      { outcome: 'fail', text: expect.stringMatching(/会员/) },
    ]);
  });

  it('is judged no more once it is decided, and is nothing to another desk', async () => {
    const { officer, other, id } = await aCase();
    await expect(getBookingCase(as(other), id)).rejects.toThrow(NotFound);
    await approveBooking(as(officer), { bookingId: id, version: 1 });
    expect((await getBookingCase(as(officer), id)).checks).toEqual([]);
  });
});
