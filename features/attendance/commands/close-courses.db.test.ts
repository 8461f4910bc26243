import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { checkIns } from '@/db/schema/attendance';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { withBadRow } from '@/db/testing/spoil';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { newId } from '@/lib/ids';
import { personalData } from '../personal-data';
import { closeCourses } from './close-courses';

beforeEach(resetDb);

const ago = (days: number, hour: number) =>
  new Date(new Date(Date.now() - days * 86_400_000).setUTCHours(hour, 0, 0, 0));

/** A course that ended, one person who came once, one who never did and was marked so. */
const scene = (withRoll: boolean, marked: 'absent' | 'excused' = 'absent') =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const organisationId = tree.union.id;
    const offering = await anOffering(tx, { organisationId });
    const session = await aSession(tx, {
      offeringId: offering.id,
      startsAt: ago(9, 1),
      endsAt: ago(2, 4),
      details: { weekdays: [0, 1, 2, 3, 4, 5, 6], note: '' },
    });
    const member = await aMember(tx, { organisationId });
    const came = await aBooking(tx, { member, session, organisationId });
    const absentee = await aMember(tx, { organisationId });
    const never = await aBooking(tx, { member: absentee, session, organisationId });
    const [first] = meetingsOf(timedOf(session));
    if (withRoll && first) {
      const entry = { sessionId: session.id, meetingOn: first.on, at: first.from };
      await tx.db.insert(checkIns).values([
        { ...entry, id: newId(), bookingId: came.id, kind: 'in', way: 'card' },
        { ...entry, id: newId(), bookingId: never.id, kind: marked, way: 'roll' },
      ]);
    }
    return { came, never, member };
  });

const statusOf = async (id: string) =>
  (await sqlAsOwner()`select status from bookings where id = ${id}`)[0]?.status;

it('a course that is over makes who came 已签到 and who never came 爽约, once', async () => {
  const h = await scene(true);
  expect(await closeCourses(makeCtx(system()))).toBe(2);
  expect(await statusOf(h.came.id)).toBe('attended');
  expect(await statusOf(h.never.id)).toBe('absent');
  expect(await closeCourses(makeCtx(system()))).toBe(0);
  const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'settle_attendance'`;
  expect(audits).toHaveLength(1);
});

it('a course that cannot be closed leaves the others theirs', async () => {
  const [bad, good] = [await scene(true), await scene(true)];
  const row = { table: 'bookings', column: 'id', value: bad.never.id };
  expect(await withBadRow(row, () => closeCourses(makeCtx(system())))).toBe(2);
  expect(await statusOf(good.never.id)).toBe('absent');
  expect([await statusOf(bad.came.id), await statusOf(bad.never.id)]).toEqual(['booked', 'booked']);
  expect(await closeCourses(makeCtx(system()))).toBe(2);
});

it('without a roll nobody is called absent', async () => {
  const h = await scene(false);
  expect(await closeCourses(makeCtx(system()))).toBe(0);
  expect(await statusOf(h.never.id)).toBe('booked');
});

it('a person gets a copy of when they came', async () => {
  const h = await scene(true);
  const copy = await arrange((tx) => personalData.export(tx, h.member.personId));
  expect(copy.arrivals).toMatchObject([{ kind: 'in', way: 'card' }]);
  expect(copy.certificates).toEqual([]);
});

it('closing a course counts nothing against somebody who was excused from every meeting that was held', async () => {
  const h = await scene(true, 'excused');
  await closeCourses(makeCtx(system()));
  expect(await statusOf(h.never.id)).toBe('absent');
  const excuses = await sqlAsOwner()`select booking_id, status, cause from absence_excuses`;
  expect(excuses).toEqual([{ booking_id: h.never.id, status: 'excused', cause: 'asked' }]);
});
