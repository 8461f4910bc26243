import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { system } from '@/lib/actor';
import { makeCtx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { transaction } from '@/lib/transaction';
import { getGuardianClass } from '../queries/guardian-class';
import { getIncidentLog } from '../queries/incidents';
import type { RecordIncidentInput } from '../schema/class';
import { aClass, anotherChild, type Class, ready } from './class-day.test-helpers';
import { recordIncident } from './record-incident';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
  await ready(c);
});

const line = (more: Partial<RecordIncidentInput> = {}): RecordIncidentInput => ({
  sessionId: c.sessionId,
  bookingId: c.bookingId,
  on: c.today,
  time: '00:00',
  what: '手指蹭破皮',
  action: '消毒',
  told: '妈妈',
  corrects: null,
  ...more,
});
const record = (more: Partial<RecordIncidentInput> = {}, who = c.teacher) =>
  recordIncident(who, line(more));
const ids = async () =>
  (
    await sqlAsOwner()<{ id: string }[]>`select id from class_incidents order by recorded_at, id`
  ).map(({ id }) => id);
const notified = () =>
  sqlAsOwner()`select account_id from notices where dedupe_key like 'class_incident:%'`;

describe('a line about one child', () => {
  it('is sealed, signed, told to its guardians alone, and in the ledger without a word of it', async () => {
    const other = await anotherChild(c);
    expect(await record()).toMatchObject({ ok: true, value: { sessionId: c.sessionId } });
    expect(await notified()).toHaveLength(2);
    const [row] = await sqlAsOwner()`select * from class_incidents`;
    expect(row).toMatchObject({ recorder_label: '李素梅', corrects_id: null });
    expect(JSON.stringify(row)).not.toMatch(/蹭破|消毒|妈妈/);
    const [entry] =
      await sqlAsOwner()`select * from audit_entries where action = 'record_class_incident'`;
    expect(JSON.stringify(entry)).not.toMatch(/蹭破|消毒|妈妈|陈/);
    expect((await getGuardianClass(c.father, c.bookingId)).incidents).toMatchObject([
      { line: { what: '手指蹭破皮', action: '消毒', told: '妈妈', recorder: '李素梅' } },
    ]);
    expect((await getGuardianClass(other.guardian, other.bookingId)).incidents).toEqual([]);
  });

  it('is refused for a child that is not in the class, and for a time that has not come', async () => {
    expect(await record({ bookingId: newId() })).toMatchObject({ reason: 'not_on_the_roll' });
    expect(await record({ on: '2999-01-01' })).toMatchObject({
      reason: 'in_future',
      fieldErrors: { time: '时间不能晚于现在' },
    });
    expect(await record({ on: '2020-01-01' })).toMatchObject({
      reason: 'outside_class',
      fieldErrors: { on: '日期要在本班的日子里' },
    });
    expect(await ids()).toEqual([]);
    expect(await notified()).toEqual([]);
  });
});

describe('a line about the whole class', () => {
  it('is told to the guardians of every child, and each reads it', async () => {
    const other = await anotherChild(c);
    await record({ bookingId: null, what: '停电十分钟' });
    expect(await notified()).toHaveLength(3);
    for (const [who, bookingId] of [
      [c.mother, c.bookingId],
      [other.guardian, other.bookingId],
    ] as const) {
      const { incidents } = await getGuardianClass(who, bookingId);
      expect(incidents.map(({ line: one }) => one.what)).toEqual(['停电十分钟']);
    }
  });
});

describe('a correction', () => {
  it('stands under the line it corrects, about the same child, whatever else was sent', async () => {
    await record();
    const [first] = await ids();
    await record({ corrects: first ?? null, bookingId: null, what: '是左手' });
    const [, second] = await ids();
    // A correction of a correction stands under the first line as well.
    await record({ corrects: second ?? null, what: '左手食指' });
    const { incidents } = await getIncidentLog(c.teacher, c.sessionId);
    expect(incidents).toHaveLength(1);
    expect(incidents[0]?.corrections.map(({ what }) => what)).toEqual(['是左手', '左手食指']);
    const rows = await sqlAsOwner()`select distinct booking_id, corrects_id from class_incidents
      where corrects_id is not null`;
    expect(rows).toEqual([{ booking_id: c.bookingId, corrects_id: first }]);
  });

  it('of a line that is not of this class is refused', async () => {
    expect(await record({ corrects: newId() })).toMatchObject({ reason: 'unknown_line' });
    expect(await ids()).toEqual([]);
  });

  it('never changes the line itself: the portal has no right to, not even as the system', async () => {
    await record();
    for (const statement of [
      sql`update class_incidents set happened_at = now()`,
      sql`delete from class_incidents`,
    ]) {
      const work = transaction(makeCtx(system()), (tx) => tx.db.execute(statement));
      await expect(work).rejects.toMatchObject({ cause: { code: '42501' } });
    }
  });
});

describe('the log of a class', () => {
  it('is read and written by its staff and its organiser, and each look is on record', async () => {
    await record({}, c.officer);
    await record();
    for (const who of [c.teacher, c.officer]) {
      const log = await getIncidentLog(who, c.sessionId);
      expect(log.incidents).toHaveLength(2);
      expect(log.children.map(({ name }) => name)).toEqual(['陈小禾']);
    }
    const looks =
      await sqlAsOwner()`select after from audit_entries where action = 'view_class_incidents'`;
    expect(looks.map(({ after }) => after)).toEqual([{ lines: 2 }, { lines: 2 }]);
  });

  it('does not exist for another town, a union below, a guardian, or whose check is over', async () => {
    for (const who of [c.stranger, c.below, c.mother, c.outsider]) {
      await expect(record({}, who)).rejects.toThrow(NotFound);
      await expect(getIncidentLog(who, c.sessionId)).rejects.toThrow(NotFound);
    }
    await sqlAsOwner()`update class_staff set check_passed_on = check_passed_on - 400,
      check_valid_until = ${c.today}::date - 1`;
    await expect(record()).rejects.toThrow(NotFound);
    expect(await ids()).toEqual([]);
  });
});
