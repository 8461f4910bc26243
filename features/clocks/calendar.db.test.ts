import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { holidaySeedRows } from '@/lib/calendar/holidays-data';
import { addDays } from '@/lib/dates';
import { atPausePoint } from '@/lib/pause-point';
import {
  aClock,
  audits,
  concerned,
  dayOff,
  days,
  done,
  eventsOf,
  handlers,
  me,
  notices,
  rowOf,
  today,
  version,
} from './clocks.test-helpers';
import { recomputeClocks } from './commands/recompute-clocks';
import { runClocks } from './commands/run-clocks';
import { findClock } from './queries/find-clock';

const sql = sqlAsOwner();

beforeEach(async () => {
  await resetDb();
  done.length = 0;
  await arrange(aTree);
  concerned.account = (await arrange((tx) => anAccount(tx))).accountId;
});

describe('a changed table of holidays', () => {
  const letter = days(15, { unit: 'workday', silence: 'overdue' });

  beforeEach(async () => {
    await sql`insert into holidays ${sql(holidaySeedRows([2026]) as never)}`;
  });

  it('moves a running clock, with one notice, one line of history and one version more', async () => {
    const { ref, clock } = await aClock('2026-09-18', letter);
    expect(clock.dueOn).toBe('2026-10-15');
    const v = await version();
    await dayOff('2026-10-12');
    await dayOff('2026-10-12');
    expect(await version()).toBe(v + 1);
    await Promise.all([recomputeClocks(me(), handlers), recomputeClocks(me(), handlers)]);
    await recomputeClocks(me(), handlers);
    expect(await rowOf(ref)).toMatchObject({ due_on: '2026-10-16', calendar_version: v + 1 });
    expect(await eventsOf(ref)).toEqual([
      { type: 'moved', before: '2026-10-15', after: '2026-10-16', version: v + 1 },
    ]);
    expect(await notices()).toHaveLength(1);
    expect(await audits('move_due_date')).toHaveLength(1);
    expect(done).toHaveLength(1);
  });

  it('tells it once too when the worker is killed in the middle', async () => {
    await aClock('2026-09-18', letter);
    await dayOff('2026-10-12');
    onTestFinished(() => atPausePoint('clock:moved', null));
    atPausePoint('clock:moved', () => Promise.reject(new Error('killed')));
    expect(await recomputeClocks(me(), handlers)).toEqual({ done: 0, failed: 1 });
    expect(await notices()).toHaveLength(0);
    atPausePoint('clock:moved', null);
    await recomputeClocks(me(), handlers);
    await recomputeClocks(me(), handlers);
    expect(await notices()).toHaveLength(1);
  });

  it('moves no day into the past, and none that was acted upon', async () => {
    const stays = await aClock('2026-09-18', letter);
    const over = await aClock('2026-09-18', days(2));
    await runClocks(me(), handlers);
    await sql`update clocks set expired_at = null where subject_id = ${stays.ref.subjectId}`;
    await sql`delete from holidays where "on" = '2026-10-07'`;
    await recomputeClocks(me(), handlers);
    expect(await rowOf(stays.ref)).toMatchObject({ due_on: '2026-10-15' });
    const shown = await arrange((tx) => findClock(tx, stays.ref));
    expect(shown?.sum.at(-1)).toBe('已经告知10月15日，不再改动');
    expect(await rowOf(over.ref)).toMatchObject({ due_on: '2026-09-20' });
    expect(await notices()).toEqual([]);
  });

  it('is waited for: what an older table made due is counted again before it is done', async () => {
    await sql`delete from holidays`;
    const start = addDays(today, -1);
    await dayOff(today);
    await sql`delete from holidays where "on" = ${today}`;
    const { ref } = await aClock(start, days(0, { rollsOver: true, silence: 'consent' }));
    const row = await rowOf(ref);
    await dayOff(row?.due_on);
    await runClocks(me(), handlers);
    expect((await rowOf(ref))?.due_on > row?.due_on).toBe(true);
    expect(done.filter(({ what }) => what === 'due')).toEqual([]);
  });

  it('makes a 暂定 day a fixed one without a word where it does not move', async () => {
    const { ref } = await aClock('2026-12-30', days(3, { unit: 'workday' }));
    expect(await rowOf(ref)).toMatchObject({ due_on: '2027-01-05', provisional: true });
    await dayOff('2027-01-01');
    await dayOff('2027-10-01');
    await recomputeClocks(me(), handlers);
    expect(await rowOf(ref)).toMatchObject({ due_on: '2027-01-05', provisional: false });
    expect(await notices()).toEqual([]);
  });

  it('raises its version once for a whole year entered', async () => {
    const v = await version();
    await sql`insert into holidays ${sql(holidaySeedRows([2025]) as never)}`;
    expect(await version()).toBe(v + 1);
    await sql`update holidays set name = name`;
    expect(await version()).toBe(v + 1);
  });
});
