import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation, aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { withBadRow } from '@/db/testing/spoil';
import { raceAt } from '@/db/testing/waits';
import { addDays, todayOn } from '@/lib/dates';
import { Conflict } from '@/lib/errors';
import { newId } from '@/lib/ids';
import {
  aClock,
  audits,
  by,
  concerned,
  days,
  done,
  eventsOf,
  handlers,
  me,
  refOf,
  rowOf,
  today,
  version,
} from './clocks.test-helpers';
import { runClocks } from './commands/run-clocks';
import type { ClockRef } from './queries/clock-row';
import { findClock } from './queries/find-clock';
import { changeTerms, extendClock, pauseClock, resumeClock } from './steps/change-clock';
import { endClock, reopenClock, startClock } from './steps/start-clock';

const sql = sqlAsOwner();

beforeEach(async () => {
  await resetDb();
  done.length = 0;
  await arrange(aTree);
  concerned.account = (await arrange((tx) => anAccount(tx))).accountId;
});

describe('a clock', () => {
  it('runs once for a subject, ends once, and may be started anew', async () => {
    const { ref } = await aClock(today, days(30));
    const again = () => arrange((tx) => startClock(tx, { ...ref, startOn: today, terms: days(5) }));
    await expect(again()).rejects.toThrow(Conflict);
    expect(await arrange((tx) => endClock(tx, ref, 'met'))).toBe(true);
    expect(await arrange((tx) => endClock(tx, ref, 'met'))).toBe(false);
    expect(await rowOf(ref)).toMatchObject({ ended_how: 'met', ended_on: today });
    expect((await again()).dueOn).toBe(addDays(today, 5));
  });

  it('runs on after the undo of what ended it, not after a withdrawal', async () => {
    const { ref, clock } = await aClock(today, days(30));
    await arrange((tx) => endClock(tx, ref, 'met'));
    expect(await arrange((tx) => reopenClock(tx, ref))).toMatchObject({ id: clock.id });
    await arrange((tx) => endClock(tx, ref, 'withdrawn'));
    expect(await arrange((tx) => reopenClock(tx, ref))).toBeNull();
  });

  it('moves by a pause and an extension, each with the old and the new day in its history', async () => {
    const { ref } = await aClock('2026-03-01', days(60));
    await arrange((tx) => pauseClock(tx, ref, { from: '2026-03-10', ...by }));
    expect(await rowOf(ref)).toMatchObject({ due_on: null, late_at: null });
    expect(await runClocks(me(), handlers)).toEqual({ done: 0, failed: 0 });
    const pausing = () => arrange((tx) => pauseClock(tx, ref, { from: '2026-03-11', ...by }));
    await expect(pausing()).rejects.toThrow(Conflict);
    await arrange((tx) => changeTerms(tx, ref, { terms: days(60), ...by }));
    await arrange((tx) => resumeClock(tx, ref, { to: '2026-03-20', ...by }));
    expect(await rowOf(ref)).toMatchObject({ due_on: '2026-05-10' });
    const extension = { unit: 'day', length: 30 } as const;
    await arrange((tx) => extendClock(tx, ref, { extension, ...by }));
    const twice = () => arrange((tx) => extendClock(tx, ref, { extension, ...by }));
    await expect(twice()).rejects.toThrow(Conflict);
    const v = await version();
    expect(await eventsOf(ref)).toEqual([
      { type: 'paused', before: '2026-04-30', after: null, version: v },
      { type: 'changed', before: null, after: null, version: v },
      { type: 'resumed', before: null, after: '2026-05-10', version: v },
      { type: 'extended', before: '2026-05-10', after: '2026-06-09', version: v },
    ]);
    await arrange((tx) => extendClock(tx, ref, { extension: null, ...by }));
    expect(await rowOf(ref)).toMatchObject({ due_on: '2026-05-10' });
    await expect(
      arrange((tx) => resumeClock(tx, refOf(newId()), { to: today, by: '' })),
    ).rejects.toThrow(Conflict);
  });

  it('is shown with its sum, and not to whom its subject is out of sight', async () => {
    const { ref } = await aClock('2026-09-18', days(15));
    const shown = await arrange((tx) => findClock(tx, ref));
    expect(shown).toMatchObject({ dueOn: '2026-10-03', provisional: false, state: 'running' });
    expect(shown?.sum.at(-1)).toBe('第 15 天：10月3日');
    expect(await arrange((tx) => findClock(tx, refOf(newId())))).toBeNull();
    const stranger = { kind: 'account', accountId: concerned.account, grants: [] } as never;
    expect(await findClock(as(stranger), ref)).toBeNull();
  });
});

describe('the run of the clocks', () => {
  it('finds all that came due while the worker slept, once each, as of their own days', async () => {
    const late = [];
    for (let n = 0; n < 7; n += 1) late.push(await aClock(addDays(today, -75 + n), days(30)));
    expect(await runClocks(me(), handlers)).toEqual({ done: 7, failed: 0 });
    expect(await runClocks(me(), handlers)).toEqual({ done: 0, failed: 0 });
    const due = late.map(({ ref }, n) => ({ id: ref.subjectId, on: addDays(today, -45 + n) }));
    expect(done).toHaveLength(7);
    expect(done).toEqual(expect.arrayContaining(due.map((one) => ({ what: 'due', ...one }))));
    const row = await rowOf(late[0]!.ref);
    expect(row).toMatchObject({ ended_how: 'expired', ended_on: addDays(today, -45) });
    expect(todayOn(row?.ended_at)).toBe(today);
    expect(await audits('expire_clock')).toHaveLength(7);
  });

  it('leaves the due day itself, whole in Shanghai, unless it closes before', async () => {
    await aClock(addDays(today, -30), days(30));
    expect(await runClocks(me(), handlers)).toEqual({ done: 0, failed: 0 });
    await aClock(addDays(today, -30), days(30, { closesAt: '00:00' }));
    await aClock(addDays(today, -31), days(30));
    expect(await runClocks(me(), handlers)).toEqual({ done: 2, failed: 0 });
  });

  it('warns once, and no more when the day is over; silence that means nothing ends nothing', async () => {
    const { ref } = await aClock(today, days(3, { warnBefore: 5, silence: 'overdue' }));
    await aClock(addDays(today, -9), days(3, { warnBefore: 2, silence: 'none' }));
    await aClock(today, days(9, { warnBefore: 2 }));
    expect(await runClocks(me(), handlers)).toEqual({ done: 2, failed: 0 });
    expect(await runClocks(me(), handlers)).toEqual({ done: 0, failed: 0 });
    expect(done.map(({ what }) => what).sort()).toEqual(['due', 'warn']);
    expect(await rowOf(ref)).toMatchObject({ ended_at: null, expired_at: null });
    expect(await sql`select 1 from clocks where ended_at is not null`).toHaveLength(0);
  });

  it('goes on when one of them cannot be written, or belongs to no room', async () => {
    const bad = await aClock(addDays(today, -40), days(30));
    await aClock(addDays(today, -40), days(30));
    const { id } = await arrange((tx) => anOrganisation(tx, { kind: 'partner' }));
    const lost = { subjectKind: 'test', subjectId: id, kind: 'nobody’s' };
    await arrange((tx) => startClock(tx, { ...lost, startOn: '2026-01-01', terms: days(1) }));
    const row = { table: 'clocks', column: 'id', value: bad.clock.id };
    expect(await withBadRow(row, () => runClocks(me(), handlers))).toEqual({ done: 1, failed: 2 });
    expect(await runClocks(me(), handlers)).toEqual({ done: 1, failed: 1 });
  });

  it('brings it once under two runs at the same moment', async () => {
    await aClock(addDays(today, -40), days(30));
    const run = () => runClocks(me(), handlers);
    await raceAt('clock:subject-locked', run, run);
    expect(done).toHaveLength(1);
  });

  it('has one outcome with an end at the same moment, whoever is first', async () => {
    const end = (ref: ClockRef) =>
      arrange(async (tx) => {
        await handlers.test?.lock(tx, ref.subjectId);
        return endClock(tx, ref, 'withdrawn');
      });
    const first = await aClock(addDays(today, -40), days(30));
    const [, ended] = await raceAt(
      'clock:subject-locked',
      () => runClocks(me(), handlers),
      () => end(first.ref),
    );
    expect(ended).toBe(false);
    expect(await rowOf(first.ref)).toMatchObject({ ended_how: 'expired' });
    for (let n = 0; n < 20; n += 1) {
      done.length = 0;
      const { ref } = await aClock(addDays(today, -40), days(30));
      const [, withdrawn] = await Promise.all([runClocks(me(), handlers), end(ref)]);
      expect(done).toHaveLength(withdrawn ? 0 : 1);
      expect(await rowOf(ref)).toMatchObject({ ended_how: withdrawn ? 'withdrawn' : 'expired' });
    }
  });
});
