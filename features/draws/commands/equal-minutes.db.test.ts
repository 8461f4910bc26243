import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { aDrawnCourse, entrants } from '@/db/factories/draws';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { withBadRow } from '@/db/testing/spoil';
import { atPausePoint } from '@/lib/pause-point';
import { conductDraw, conductDueDraws } from './conduct-due-draws';

type Course = Awaited<ReturnType<typeof aDrawnCourse>>;
const theDraw = async (course: Course) => {
  const [row] = await sqlAsOwner()`select * from draws where session_id = ${course.session.id}`;
  return row as Record<string, string>;
};

beforeEach(resetDb);

describe('开放后 N 分钟内同等对待', () => {
  const minutes = (n: number) => new Date(Date.now() + n * 60_000);
  const opening = (from: number) => ({
    terms: { equalMinutes: 10 },
    offering: { allocation: 'first_come', bookingOpensAt: minutes(from) },
  });

  it('draws whoever came in time, and puts later arrivals behind them in order', async () => {
    const course = await aDrawnCourse({ capacity: 2, ...opening(-1) });
    await entrants(course, 4);
    const announced = await theDraw(course);
    expect(announced.commitment).toMatch(/^[0-9a-f]{64}$/);
    // Ten minutes later, before the job has run, two more come.
    await sqlAsOwner()`update bookings set created_at = created_at - interval '20 minutes'`;
    await sqlAsOwner()`update offerings set booking_opens_at = now() - interval '15 minutes'`;
    await entrants(course, 2);
    const late = await sqlAsOwner()`select status from bookings where entry_no > 4`;
    expect(late.map((row) => row.status)).toEqual(['entered', 'entered']);
    await conductDraw(as(course.officer.actor), course.session.id);
    const drawn = await theDraw(course);
    expect(drawn).toMatchObject({ status: 'drawn', entries: 4, placed: 2 });
    const waiting = await sqlAsOwner()`
      select entry_no, queue_no from bookings where status = 'waitlisted' order by queue_no`;
    expect(waiting.map((row) => row.queue_no)).toEqual([1, 2, 5, 6]);
    const [after] = await entrants(course, 1);
    const [last] = await sqlAsOwner()`
      select status, queue_no from bookings where account_id = ${after?.accountId ?? ''}`;
    expect(last).toMatchObject({ status: 'waitlisted', queue_no: 7 });
  });

  it('is drawn where it can be when another course’s draw cannot', async () => {
    const [bad, good] = [
      await aDrawnCourse({ capacity: 2, ...opening(-1) }),
      await aDrawnCourse({ capacity: 2, ...opening(-1) }),
    ];
    for (const course of [bad, good]) await entrants(course, 3);
    await sqlAsOwner()`update offerings set booking_opens_at = now() - interval '2 hours'`;
    await sqlAsOwner()`update bookings set created_at = now() - interval '119 minutes'`;
    const row = { table: 'draws', column: 'session_id', value: bad.session.id };
    const run = () => conductDueDraws(as(good.officer.actor));
    expect(await withBadRow(row, run)).toEqual({ done: 1, failed: 1 });
    expect(await theDraw(good)).toMatchObject({ status: 'drawn', placed: 2 });
    expect(await theDraw(bad)).toMatchObject({ status: 'announced' });
    expect(await run()).toEqual({ done: 1, failed: 0 });
  });

  it('is drawn by the sweep after an outage, once, however often it looks', async () => {
    const course = await aDrawnCourse({ capacity: 2, ...opening(-1) });
    await entrants(course, 3);
    const ctx = as(course.officer.actor);
    expect(await conductDueDraws(ctx)).toEqual({ done: 0, failed: 0 });
    await sqlAsOwner()`update offerings set booking_opens_at = now() - interval '2 hours'`;
    await sqlAsOwner()`update bookings set created_at = now() - interval '119 minutes'`;
    atPausePoint('draw:frozen', () => {
      throw new Error('killed');
    });
    expect(await conductDueDraws(ctx)).toEqual({ done: 0, failed: 1 });
    atPausePoint('draw:frozen', null);
    expect(await theDraw(course)).toMatchObject({ status: 'frozen' });
    expect(await conductDueDraws(ctx)).toEqual({ done: 1, failed: 0 });
    expect(await conductDueDraws(ctx)).toEqual({ done: 0, failed: 0 });
    expect(await theDraw(course)).toMatchObject({ status: 'drawn', placed: 2 });
  });
});
