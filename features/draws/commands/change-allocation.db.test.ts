import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aDrawnCourse, aSeedDay, entrants } from '@/db/factories/draws';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { officerOf } from '../draw.test-helpers';
import { changeAllocationInput } from '../schema/change-allocation';
import { changeAllocation } from './change-allocation';

beforeEach(resetDb);

const asked = (offeringId: string, more: Record<string, unknown> = {}) =>
  changeAllocationInput.parse({
    offeringId,
    version: 1,
    allocation: 'first_come',
    graceDays: 3,
    publicDays: 7,
    ...more,
  });
const stored = async () => {
  const [row] =
    await sqlAsOwner()`select allocation, version, allocation_terms as terms from offerings`;
  return row ?? {};
};

describe('how places are given out', () => {
  it('changes from a draw to first come while nobody has entered, and back to a draw by priority', async () => {
    const course = await aDrawnCourse();
    const { id } = course.offering;
    const done = { ok: true, value: { offeringId: id } };
    expect(await changeAllocation(officerOf(course), asked(id))).toEqual(done);
    expect(await stored()).toMatchObject({ allocation: 'first_come', version: 2 });
    const seedOn = await arrange(async (tx) => aSeedDay(tx, 16));
    const input = asked(id, { version: 2, allocation: 'draw', seedOn, tier1: '单亲' });
    expect(await changeAllocation(officerOf(course), input)).toEqual(done);
    expect(await stored()).toMatchObject({
      ...{ allocation: 'draw', version: 3 },
      terms: { draw: { seedOn }, tiers: [{ key: 'tier1', label: '单亲', claim: true }] },
    });
  });

  it('is refused for an old version, for one that is over, and to anybody but its officer', async () => {
    const course = await aDrawnCourse();
    const { id } = course.offering;
    expect(await changeAllocation(officerOf(course), asked(id, { version: 7 }))).toMatchObject({
      reason: 'changed_meanwhile',
    });
    const member = await arrange((tx) => aMember(tx, { organisationId: course.union.id }));
    await expect(changeAllocation(as(actorOf(member)), asked(id))).rejects.toThrow();
    await sqlAsOwner()`update offerings set status = 'finished'`;
    expect(await changeAllocation(officerOf(course), asked(id))).toMatchObject({ reason: 'over' });
    expect(await stored()).toMatchObject({ allocation: 'draw', version: 1 });
  });

  it('is refused once somebody has entered, but for the days of publication', async () => {
    const course = await aDrawnCourse();
    const { id } = course.offering;
    await entrants(course, 1);
    expect(await changeAllocation(officerOf(course), asked(id))).toMatchObject({
      reason: 'entries_exist',
    });
    const { seedOn } = ((await stored()).terms as { draw: { seedOn: string } }).draw;
    const longer = asked(id, { allocation: 'draw', seedOn, publicDays: 9, losersAgain: 'yes' });
    expect(await changeAllocation(officerOf(course), longer)).toMatchObject({ ok: true });
    expect(await stored()).toMatchObject({ terms: { draw: { publicDays: 9 } } });
  });

  it('is refused without a day for the number, at its field', async () => {
    const course = await aDrawnCourse({ offering: { allocation: 'first_come' } });
    const input = asked(course.offering.id, { allocation: 'draw' });
    expect(await changeAllocation(officerOf(course), input)).toMatchObject({
      ...{ reason: 'invalid', fieldErrors: { seedOn: expect.any(String) } },
    });
  });
});
