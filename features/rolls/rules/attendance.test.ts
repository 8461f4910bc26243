import { PgDialect } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import { rollStatuses } from '@/features/bookings/queries/status-lists';
import { markAttendanceInput } from '../schema/roll';
import { markedTogether, onTheRoll } from './attendance';

it('a statement counts the same states as on the roll as the rule does', () => {
  const { sql } = new PgDialect().sqlToQuery(rollStatuses);
  const named = [...sql.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  expect(named.sort()).toEqual([...onTheRoll].sort());
});

it('全部标记 moves those who carry no mark, 全部撤销 those who do', () => {
  expect(markedTogether('attended')).toEqual(['booked']);
  expect(markedTogether('absent')).toEqual(['booked']);
  expect(markedTogether('booked')).toEqual(['attended', 'absent']);
});

it('请假 is asked for person by person and with a cause', () => {
  const session = '0192f0aa-0000-7000-8000-000000000001';
  const booking = '0192f0aa-0000-7000-8000-000000000002';
  const given = { sessionId: session, bookingId: booking, to: 'excused' };
  expect(markAttendanceInput.safeParse(given).error?.issues[0]?.message).toBe(
    '请假要逐人选一个原因',
  );
  const all = { sessionId: session, to: 'excused', cause: 'work' };
  expect(markAttendanceInput.safeParse(all).success).toBe(false);
  expect(markAttendanceInput.safeParse({ ...given, cause: 'work' }).success).toBe(true);
});
