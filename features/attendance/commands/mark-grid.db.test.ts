import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Ctx } from '@/lib/ctx';
import { addDays, startOfDay, todayOn } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { getCourseGrid } from '../queries/course-grid';
import type { GridMark } from '../schema/grid';
import { markGrid } from './mark-grid';
import { markRoll } from './mark-roll';

beforeEach(resetDb);

const today = todayOn(new Date());
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

/** A course that meets every day all day, from three days ago until three days ahead, with `people`. */
const scene = (people = 2, kind: 'training' | 'childcare' = 'training') =>
  arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = await anOfficer(tx, 'town_admin', tree.town.id);
    const stranger = await anOfficer(tx, 'town_admin', tree.otherTown.id);
    const offering = await anOffering(tx, { organisationId: tree.town.id, kind });
    const session = await aSession(tx, {
      offeringId: offering.id,
      capacity: people,
      startsAt: startOfDay(addDays(today, -3)),
      endsAt: new Date(startOfDay(addDays(today, 4)).getTime() - 60_000),
      details: { weekdays: [0, 1, 2, 3, 4, 5, 6] },
    });
    const ids: string[] = [];
    for (let n = 0; n < people; n++) {
      const member = await aMember(tx, { organisationId: tree.union.id });
      ids.push((await aBooking(tx, { member, session, organisationId: tree.union.id })).id);
    }
    return { sessionId: session.id, ids, me: as(officer.actor), stranger: as(stranger.actor) };
  });
type Scene = Awaited<ReturnType<typeof scene>>;

const mark = (bookingId: string | undefined, more: Partial<GridMark> = {}): GridMark => ({
  bookingId: bookingId ?? '',
  on: yesterday,
  seen: 'none',
  to: 'present',
  cause: null,
  ...more,
});
const save = (h: Scene, marks: GridMark[], ctx: Ctx = h.me) =>
  markGrid(ctx, { sessionId: h.sessionId, marks });
const entries = () =>
  sqlAsOwner()`select booking_id, meeting_on::text as on_day, kind, cause, way from check_ins order by seq`;
const audits = () =>
  sqlAsOwner()`select after from audit_entries where action = 'mark_attendance' order by id`;
async function stateOf(h: Scene, row: number, on: string) {
  const grid = await getCourseGrid(h.me, h.sessionId, undefined);
  return grid.lines[row]?.states[grid.days.findIndex((day) => day.on === on)];
}

describe('the grid of a course', () => {
  it('takes many cells of several days at once, with one line of the ledger', async () => {
    const h = await scene();
    const [a, b] = h.ids;
    const done = await save(h, [
      mark(a),
      mark(b, { to: 'absent' }),
      mark(b, { on: today, to: 'excused', cause: 'work' }),
    ]);
    expect(done).toMatchObject({ value: { marked: 3, changedMeanwhile: [] } });
    expect(await entries()).toMatchObject([
      { booking_id: a, on_day: yesterday, kind: 'in', way: 'roll' },
      { booking_id: b, on_day: yesterday, kind: 'absent' },
      { booking_id: b, on_day: today, kind: 'excused', cause: 'work' },
    ]);
    expect(await stateOf(h, 1, today)).toEqual({ state: 'excused', cause: 'work' });
    expect(await audits()).toMatchObject([{ after: { marked: 3, days: [yesterday, today] } }]);
  });

  it('is harmless when the same sheet arrives twice, also at the same instant', async () => {
    const h = await scene();
    const sheet = [mark(h.ids[0]), mark(h.ids[1], { to: 'absent' })];
    const both = await Promise.all([save(h, sheet), save(h, sheet)]);
    expect(both.map((one) => one.ok && one.value.marked).sort()).toEqual([0, 2]);
    expect(await save(h, sheet)).toMatchObject({ value: { marked: 0, changedMeanwhile: [] } });
    expect(await entries()).toHaveLength(2);
  });

  it('leaves a cell that a colleague changed since, and says which', async () => {
    const h = await scene();
    const [a, b] = h.ids;
    await markRoll(h.me, { sessionId: h.sessionId, on: yesterday, bookingId: a, to: 'absent' });
    const done = await save(h, [mark(a), mark(b)]);
    expect(done).toMatchObject({ value: { marked: 1, changedMeanwhile: [`${a}|${yesterday}`] } });
    expect(await stateOf(h, 0, yesterday)).toMatchObject({ state: 'absent' });
    // Looked at again, the cell may be changed.
    await save(h, [mark(a, { seen: 'absent' })]);
    expect(await stateOf(h, 0, yesterday)).toMatchObject({ state: 'present' });
  });

  it('writes nothing at all when one cell may not be marked', async () => {
    const h = await scene();
    const [a, b] = h.ids;
    const refused = (marks: GridMark[]) => save(h, marks).then((r) => (r.ok ? 'ok' : r.reason));
    expect(await refused([mark(a), mark(b, { on: tomorrow })])).toBe('not_started');
    expect(await refused([mark(a), mark(b, { on: '2001-01-01' })])).toBe('no_meeting');
    expect(await refused([])).toBe('nothing_marked');
    await expect(save(h, [mark(a), mark(h.sessionId)])).rejects.toThrow(NotFound);
    expect(await entries()).toEqual([]);
  });

  it('leaves today’s 托管班 to its staff and lets yesterday’s be put right', async () => {
    const h = await scene(1, 'childcare');
    expect(await save(h, [mark(h.ids[0], { on: today })])).toMatchObject({
      reason: 'by_class_staff',
    });
    expect(await save(h, [mark(h.ids[0])])).toMatchObject({ ok: true });
  });

  it('does not exist for another town’s officer', async () => {
    const h = await scene();
    await expect(save(h, [mark(h.ids[0])], h.stranger)).rejects.toThrow(NotFound);
    await expect(getCourseGrid(h.stranger, h.sessionId, undefined)).rejects.toThrow(NotFound);
  });

  it('opens on the days with the next meeting and says which may be marked', async () => {
    const h = await scene();
    const grid = await getCourseGrid(h.me, h.sessionId, undefined);
    expect(grid.days.map((day) => day.open)).toEqual([true, true, true, true, false, false, false]);
    expect(grid.today).toBe(today);
  });
});
