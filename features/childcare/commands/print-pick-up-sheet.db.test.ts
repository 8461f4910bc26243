import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Ctx } from '@/lib/ctx';
import { NotFound } from '@/lib/errors';
import { read } from '@/lib/transaction';
import { getPickUpSheet } from '../queries/pick-up-sheet';
import { rollColumns } from '../queries/roll-columns';
import { printPickUpInput } from '../schema/class';
import { announceAbsence } from './announce-absence';
import { aClass, anotherChild, type Class, grandmother, ready } from './class-day.test-helpers';
import { printPickUpSheet } from './print-pick-up-sheet';

let c: Class;
beforeEach(async () => {
  await resetDb();
  c = await aClass();
});

const stepped = (ctx: Ctx): Ctx => ({
  ...ctx,
  actor: { ...ctx.actor, steppedUpAt: new Date() } as Ctx['actor'],
});
const print = (who: Ctx, reason = '今天交接') =>
  printPickUpSheet(who, printPickUpInput.parse({ sessionId: c.sessionId, on: c.today, reason }));
const looks = () => sqlAsOwner()`select child_id, what, viewer_role from child_record_views`;
const audits = () =>
  sqlAsOwner()`select reason, after from audit_entries where action = 'print_pick_up_sheet'`;

describe('接送表', () => {
  it('tells the class’s staff who may fetch each child, guardians first, phones by their tails', async () => {
    await ready(c);
    const other = await anotherChild(c);
    const printed = await print(c.teacher);
    expect(printed).toMatchObject({
      ok: true,
      value: {
        [c.bookingId]: { child: '陈小禾', away: false },
        [other.bookingId]: { child: '罗小满', fetchers: [expect.stringContaining('（')] },
      },
    });
    const fetchers = printed.ok ? (printed.value[c.bookingId]?.fetchers ?? []) : [];
    expect(fetchers).toHaveLength(3);
    expect(fetchers.at(-1)).toBe('外婆王秀英（0001）');
    expect(JSON.stringify(printed)).not.toContain(grandmother.phone);
    expect(await audits()).toMatchObject([{ reason: '今天交接', after: { rows: 2 } }]);
    expect(await looks()).toHaveLength(2);
    expect(await looks()).toMatchObject([{ what: 'pick_up' }, { what: 'pick_up' }]);
  });

  it('says of a child whose guardian announced it that it does not come that day', async () => {
    await announceAbsence(c.mother, { bookingId: c.bookingId, on: c.today, withdraw: false });
    await ready(c);
    expect(await print(c.teacher)).toMatchObject({ value: { [c.bookingId]: { away: true } } });
  });

  it('asks an officer for a second factor given just now, and owes a reason', async () => {
    expect(await print(c.officer)).toMatchObject({ reason: 'step_up' });
    expect(await looks()).toEqual([]);
    const printed = await print(stepped(c.officer));
    expect(printed.ok && printed.value[c.bookingId]?.fetchers).toHaveLength(3);
    const blank = { sessionId: c.sessionId, on: c.today, reason: ' ' };
    expect(printPickUpInput.safeParse(blank).success).toBe(false);
  });

  it('is nothing to guardians, other towns, unions below, nor to staff without a check', async () => {
    for (const who of [c.mother, c.outsider, c.stranger, c.below, c.teacher].map(stepped)) {
      await expect(print(who)).rejects.toThrow(NotFound);
      await expect(getPickUpSheet(who, c.sessionId, undefined)).rejects.toThrow(NotFound);
    }
    expect(await audits()).toEqual([]);
  });

  it('is masked on its page, for the next day of the class unless another is asked for', async () => {
    const sheet = await getPickUpSheet(c.officer, c.sessionId, undefined);
    expect(sheet).toMatchObject({ on: c.today, lines: [{ child: '陈*禾' }] });
    expect(JSON.stringify(sheet)).not.toMatch(/王秀英|陈小禾/);
    const last = sheet.days.at(-1) ?? '';
    expect(await getPickUpSheet(c.officer, c.sessionId, last)).toMatchObject({ on: last });
    expect(await getPickUpSheet(c.officer, c.sessionId, '2001-01-01')).toMatchObject({
      on: c.today,
    });
  });
});

describe('the roll of a 托管班 that is exported', () => {
  const column = async (full: boolean) =>
    read(c.officer, async (tx) => {
      const [first] = await rollColumns(tx, { sessionId: c.sessionId, full });
      return [first?.header, first?.byBooking.get(c.bookingId)];
    });

  it('names who may fetch the child, masked unless it is exported in whole', async () => {
    expect(await column(false)).toEqual(['接送人', '外婆王**（尾号 0001）']);
    expect(await column(true)).toEqual(['接送人', `外婆王秀英 ${grandmother.phone}`]);
  });

  it('has no such column for another kind of service', async () => {
    await sqlAsOwner()`update offerings set kind = 'training'`;
    expect(await column(true)).toEqual([undefined, undefined]);
  });
});
