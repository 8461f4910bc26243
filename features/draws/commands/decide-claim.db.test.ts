import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDrawnCourse, aSeedDay, enter } from '@/db/factories/draws';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { officerOf, sealed } from '../draw.test-helpers';
import { decideClaim } from './decide-claim';

beforeEach(resetDb);

async function aClaim() {
  const seedOn = await arrange(async (tx) => aSeedDay(tx));
  const tiers = [{ key: 'tier1', label: '单亲', claim: true }];
  const course = await aDrawnCourse({ terms: { draw: { seed: 'lottery', seedOn }, tiers } });
  const person = await arrange((tx) => aMember(tx, { organisationId: course.union.id }));
  const entered = await enter(course, person, 'self', { claim1: 'yes' });
  if (!entered.ok) throw new Error(entered.reason);
  const [row] = await sqlAsOwner()`select booking_id, status from booking_claims`;
  return { course, person, bookingId: String(row?.booking_id), before: row?.status };
}
const verdict = async () => {
  const [row] = await sqlAsOwner()`select status, decided_by from booking_claims`;
  return row;
};

describe('a claimed priority', () => {
  it('is confirmed or refused by the officer who saw the proof, and corrected until the list is sealed', async () => {
    const { course, bookingId, before } = await aClaim();
    expect(before).toBe('declared');
    const input = { bookingId, tierKey: 'tier1' } as const;
    const done = { ok: true, value: { offeringId: course.offering.id } };
    expect(await decideClaim(officerOf(course), { ...input, verdict: 'verified' })).toEqual(done);
    expect(await verdict()).toEqual({ status: 'verified', decided_by: course.officer.accountId });
    expect(await decideClaim(officerOf(course), { ...input, verdict: 'refused' })).toEqual(done);
    expect(await verdict()).toMatchObject({ status: 'refused' });
    await sealed(course);
    expect(await decideClaim(officerOf(course), { ...input, verdict: 'verified' })).toMatchObject({
      reason: 'frozen',
    });
    expect(await verdict()).toMatchObject({ status: 'refused' });
  });

  it('is nobody’s to decide who does not manage the course, and one that was not made is not found', async () => {
    const { course, person, bookingId } = await aClaim();
    const input = { bookingId, tierKey: 'tier1', verdict: 'verified' } as const;
    await expect(decideClaim(as(actorOf(person)), input)).rejects.toThrow();
    await expect(decideClaim(officerOf(course), { ...input, tierKey: 'tier2' })).rejects.toThrow(
      NotFound,
    );
    expect(await verdict()).toMatchObject({ status: 'declared' });
  });

  it('is not confirmed by the officer who entered it for them', async () => {
    const { course, bookingId } = await aClaim();
    await sqlAsOwner()`update bookings set entered_by = ${course.officer.accountId}`;
    const input = { bookingId, tierKey: 'tier1', verdict: 'verified' } as const;
    expect(await decideClaim(officerOf(course), input)).toMatchObject({ reason: 'own_entry' });
  });
});
