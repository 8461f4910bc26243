import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb } from '@/db/testing';
import { rateCase } from '../commands/rate-case';
import { listWhoRated } from './who-rated';

beforeEach(resetDb);

/** A service that six members came to; the first of them rated it, one each at these levels. */
async function scene(levels: readonly (1 | 2 | 3 | 4 | 5)[], kind: 'training' | 'screening') {
  const made = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const offering = await anOffering(tx, { kind, organisationId: tree.district.id });
    const ended = new Date(tx.now.getTime() - 3_600_000);
    const began = new Date(tx.now.getTime() - 7_200_000);
    const times = { startsAt: began, endsAt: ended };
    const session = await aSession(tx, { offeringId: offering.id, ...times });
    const came = [];
    for (let n = 0; n < 6; n++) {
      const member = await aMember(tx, { organisationId: tree.union.id });
      const at = { member, session, organisationId: tree.union.id } as const;
      const booking = await aBooking(tx, { ...at, status: 'attended' });
      came.push({ me: as(actorOf(member)), entityId: booking.id });
    }
    const role = kind === 'screening' ? 'women_officer' : 'economy_officer';
    return { offering, came, officer: as((await anOfficer(tx, role, tree.district.id)).actor) };
  });
  for (const [n, level] of levels.entries()) {
    const one = made.came[n];
    if (!one) throw new Error('more ratings than people');
    const said = { level, reasons: [], comment: null };
    await rateCase(one.me, { entityType: 'booking', entityId: one.entityId, ...said });
  }
  return made;
}

describe('who rated', () => {
  it('is shown to the organiser as whether, never how; those who have not come first', async () => {
    const s = await scene([2], 'training');
    const found = await listWhoRated(s.officer, s.offering, 1);
    expect(found).toMatchObject({ attended: 6, rated: 1, summary: null });
    expect(found.people?.map(({ rated }) => rated)).toEqual([...Array(5).fill(false), true]);
    expect(JSON.stringify(found.people)).not.toMatch(/level|reasons|comment/);
  });

  it('has an average once enough have rated', async () => {
    const s = await scene([4, 4, 4, 4, 4], 'training');
    const { summary } = await listWhoRated(s.officer, s.offering, 1);
    expect(summary).toMatchObject({ count: 5, average: '4.0' });
  });

  it('of a screening is a number only', async () => {
    const s = await scene([5], 'screening');
    const found = await listWhoRated(s.officer, s.offering, 1);
    expect(found).toMatchObject({ attended: 6, rated: 1, people: null });
  });
});
