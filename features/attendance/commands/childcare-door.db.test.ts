import { beforeEach, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { newId } from '@/lib/ids';
import { checkInBatch } from './check-in-batch';
import { markRoll } from './mark-roll';

beforeEach(resetDb);

it('neither the door nor the roll says that a child of a 托管班 came today; only its staff do', async () => {
  const h = await arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const offering = await anOffering(tx, { organisationId: tree.town.id, kind: 'childcare' });
    const today = todayOn(tx.now);
    const session = await aSession(tx, {
      offeringId: offering.id,
      startsAt: startOfDay(addDays(today, -3)),
      endsAt: new Date(startOfDay(addDays(today, 4)).getTime() - 60_000),
      details: { weekdays: [0, 1, 2, 3, 4, 5, 6] },
    });
    return { officer: as(officer.actor), sessionId: session.id, today };
  });
  const { officer, sessionId, today } = h;
  const scan = { id: newId(), at: new Date().toISOString(), bookingId: newId(), way: 'search' };
  const door = { sessionId, deviceId: 'test-door', scans: [scan] };
  expect(await checkInBatch(officer, door)).toMatchObject({ reason: 'by_class_staff' });
  const roll = { sessionId, bookingId: undefined, to: 'present' as const };
  expect(await markRoll(officer, { ...roll, on: today })).toMatchObject({
    reason: 'by_class_staff',
  });
  // A day that is past may be put right on the roll.
  expect(await markRoll(officer, { ...roll, on: addDays(today, -1) })).toMatchObject({ ok: true });
  expect(await sqlAsOwner()`select 1 from check_ins`).toEqual([]);
});
