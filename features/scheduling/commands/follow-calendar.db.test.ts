import { beforeEach, expect, it } from 'vitest';
import { aMember } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { addDays, parseLocalDateTime, todayOn, weekdayOf } from '@/lib/dates';
import { followCalendar } from './follow-calendar';

beforeEach(resetDb);

it('a class that leaves holidays out follows the calendar, once, and its holders are told', async () => {
  const first = addDays(todayOn(new Date()), 30);
  const holiday = addDays(first, 7);
  const at = (on: string) => parseLocalDateTime(`${on}T16:30`) ?? new Date(Number.NaN);
  await arrange(async (tx) => {
    const { union } = await aTree(tx);
    for (const skipHolidays of [true, false]) {
      const offering = await anOffering(tx, { organisationId: union.id });
      const session = await aSession(tx, {
        offeringId: offering.id,
        startsAt: at(first),
        endsAt: new Date(at(addDays(first, 21)).getTime() + 7_200_000),
        details: { weekdays: [weekdayOf(first)], skipHolidays },
      });
      const member = await aMember(tx, { organisationId: union.id });
      await aBooking(tx, { member, session, organisationId: union.id });
    }
  });
  const run = () => followCalendar(makeCtx(system()));
  expect(await run()).toBe(0);
  await sqlAsOwner()`insert into holidays ("on", kind, name) values (${holiday}, 'off', '假日')
    on conflict ("on") do update set kind = 'off'`;
  expect([await run(), await run()]).toEqual([1, 0]);
  const sessions = await sqlAsOwner()`select details from offering_sessions
    where details->'skipHolidays' = 'true'`;
  expect(sessions[0]?.details).toMatchObject({ off: [holiday] });
  const notified = await sqlAsOwner()`select body from notices`;
  expect(notified).toHaveLength(1);
  expect(notified[0]?.body).toContain('不上');
  const [moved] = await sqlAsOwner()`select b.calendar_sequence,
      (select count(*)::int from unnest(b.period)) as meetings
    from bookings b join offering_sessions s on s.id = b.session_id
    where s.details->'skipHolidays' = 'true'`;
  expect(moved).toMatchObject({ calendar_sequence: 1, meetings: 3 });
});
