import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anAccount, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aBooking } from '@/db/factories/bookings';
import { aChild } from '@/db/factories/family';
import { anOffering, aSession } from '@/db/factories/offerings';
import { aTree, type Tree } from '@/db/factories/organisations';
import { absenceExcuses } from '@/db/schema/absences';
import { bookings } from '@/db/schema/bookings';
import { offeringSessions } from '@/db/schema/offerings';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import type { Ctx } from '@/lib/ctx';
import { startOfDay } from '@/lib/dates';
import { NotFound } from '@/lib/errors';
import { divisions } from '../rules/divisions';
import { figureFilter, figureRowsFilter } from '../schema';
import { listFigureRows } from './figure-lines';
import { readFigures } from './read-figures';
import { serviceFigures } from './registered';

let tree: Tree;
let officers: Record<'economy' | 'women' | 'viewer' | 'town' | 'other' | 'system', AccountActor>;
type Member = Awaited<ReturnType<typeof aMember>>;
let courier: Member;
let worker: Member;
let elder: Member;

const at = (on: string, hour: number) => new Date(startOfDay(on).getTime() + hour * 3_600_000);
const held = (on: string) => ({ startsAt: at(on, 9), endsAt: at(on, 11) });
const occupation = { code: 'courier', version: 'test', isNewForm: true, inEightGroups: true };

async function trainings(tx: Ctx) {
  const organisationId = tree.district.id;
  const course = await anOffering(tx, { organisationId });
  const spring = await aSession(tx, {
    ...{ offeringId: course.id, capacity: 10, townId: tree.town.id },
    ...held('2025-03-04'),
  });
  const autumn = await aSession(tx, {
    ...{ offeringId: course.id, capacity: 20, townId: tree.otherTown.id },
    ...held('2025-09-02'),
  });
  const book = (member: Member, session: typeof spring, status: 'attended' | 'absent' | 'booked') =>
    aBooking(tx, {
      ...{ member, session, status },
      organisationId: member === worker ? tree.otherUnion.id : tree.union.id,
    });
  await book(courier, spring, 'attended');
  await book(worker, spring, 'attended');
  await book(elder, spring, 'absent');
  await book(courier, autumn, 'attended');
  await book(worker, autumn, 'booked');
  const excused = await book(elder, autumn, 'absent');
  await tx.db.insert(absenceExcuses).values({
    ...{ bookingId: excused.id, accountId: elder.accountId, kind: 'training' as const },
    ...{ organiserId: organisationId, status: 'accepted' as const, createdAt: tx.now },
  });
}

async function childcare(tx: Ctx) {
  const term = await anOffering(tx, { organisationId: tree.town.id, kind: 'childcare' });
  const session = await aSession(tx, {
    ...{ offeringId: term.id, capacity: 30 },
    ...held('2025-07-07'),
  });
  for (const name of ['陈小禾', '陈小苗']) {
    const child = await aChild(tx, { guardians: [courier], name });
    const booked = await aBooking(tx, {
      ...{ member: courier, session, status: 'attended' as const, organisationId: tree.union.id },
    });
    await tx.db
      .update(bookings)
      .set({ childId: child.childId, attendeeId: child.childId })
      .where(eq(bookings.id, booked.id));
  }
}

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    tree = await aTree(tx);
    const one = async (role: Parameters<typeof anOfficer>[1], where: string) =>
      (await anOfficer(tx, role, where)).actor;
    officers = {
      economy: await one('economy_officer', tree.district.id),
      women: await one('women_officer', tree.district.id),
      viewer: await one('viewer', tree.district.id),
      town: await one('town_admin', tree.town.id),
      other: await one('town_admin', tree.otherTown.id),
      system: await one('system_admin', tree.district.id),
    };
    courier = await aMember(tx, { organisationId: tree.union.id, occupation, idNumber: undefined });
    worker = await aMember(tx, { organisationId: tree.otherUnion.id });
    elder = await aMember(tx, { organisationId: tree.union.id });
    await trainings(tx);
    await childcare(tx);
    await anAccount(tx);
  });
});

const year = { from: '2025-01-01', to: '2025-12-31' };
const figuresOf = (actor: AccountActor, asked: Record<string, string> = {}) =>
  readFigures(as(actor), figureFilter.parse({ ...year, ...asked }));
const wholeOf = async (actor: AccountActor, asked?: Record<string, string>) => {
  const { table } = await figuresOf(actor, asked);
  return Object.fromEntries(Object.entries(table.whole).map(([id, cell]) => [id, cell.value]));
};

describe('the figures of services', () => {
  it('count sessions, places, who came, who did not, each person and family once', async () => {
    expect(await wholeOf(officers.economy)).toEqual({
      ...{ sessions: 2, places: 30, taken: 6, expected: 6, attended: 3, no_show: 1, excused: 1 },
      ...{ unmarked: 1, people: 2, families: 0, first_timers: 2, new_form: 1 },
    });
    expect(await wholeOf(officers.town)).toMatchObject({
      ...{ sessions: 1, places: 30, attended: 2, people: 2, families: 1, first_timers: 2 },
      new_form: 2,
    });
  });

  it('call somebody a first-timer once in a life, in the month when it was', async () => {
    const { table } = await figuresOf(officers.economy, { by: 'month' });
    const of = (id: string) =>
      table.lines
        .filter(({ cells }) => cells.sessions?.value)
        .map(({ key, cells }) => [key, cells[id]?.value]);
    expect(of('first_timers')).toEqual([
      ['2025-03', 2],
      ['2025-09', 0],
    ]);
    expect(table.lines).toHaveLength(12);
    expect(of('people')).toEqual([
      ['2025-03', 2],
      ['2025-09', 1],
    ]);
    expect(table.total.people?.state).toBe('not_additive');
    expect(table.total.first_timers).toMatchObject({ state: 'shown', value: 2 });
    expect(await wholeOf(officers.economy, { from: '2025-09-01' })).toMatchObject({
      attended: 1,
      first_timers: 0,
    });
  });

  it('stand in the line of the town where it was, or of the town where the member is', async () => {
    const byPlace = await figuresOf(officers.economy, { by: 'place' });
    expect(byPlace.table.lines.map(({ label, cells }) => [label, cells.attended?.value])).toEqual([
      ['甲街道', 2],
      ['乙镇', 1],
    ]);
    const byTown = await figuresOf(officers.economy, { by: 'town' });
    expect(byTown.table.lines.map(({ label, cells }) => [label, cells.attended?.value])).toEqual([
      ['甲街道', 2],
      ['乙镇', 1],
    ]);
    expect(byTown.table.lines[0]?.cells.places?.state).toBe('not_divided');
    expect(byTown.table.total.places).toMatchObject({ state: 'shown', value: 30 });
  });

  it('end with the last day asked for, and are those of one kind where one is asked', async () => {
    expect((await wholeOf(officers.economy, { to: '2025-09-01' })).sessions).toBe(1);
    expect((await wholeOf(officers.economy, { to: '2025-09-02' })).sessions).toBe(2);
    expect((await wholeOf(officers.viewer, { kind: 'childcare' })).sessions).toBe(1);
  });

  it('are of what one decides about, of all services for who reads all, of nothing for others', async () => {
    const sessions = async (actor: AccountActor) => (await wholeOf(actor)).sessions;
    expect(await sessions(officers.viewer)).toBe(3);
    expect(await sessions(officers.women)).toBe(1);
    expect(await sessions(officers.economy)).toBe(2);
    expect(await sessions(officers.other)).toBe(0);
    expect(await sessions(officers.system)).toBe(0);
  });

  it.each(divisions)(
    'tell nothing small by all services less those of a kind, by %s',
    async (by) => {
      await arrange(async (tx) => {
        const [session] = await tx.db
          .select()
          .from(offeringSessions)
          .where(eq(offeringSessions.townId, tree.town.id));
        if (!session) throw new Error('no session');
        for (let n = 0; n < 6; n++) {
          const member = await aMember(tx, { organisationId: tree.union.id });
          await aBooking(tx, {
            member,
            session,
            status: 'attended',
            organisationId: tree.union.id,
          });
        }
      });
      const cellsOf = async (kind?: string) => {
        const { table } = await figuresOf(officers.viewer, kind ? { by, kind } : { by });
        const lines = [...table.lines, { key: 'whole', cells: table.whole }];
        return new Map(lines.map(({ key, cells }) => [key, cells]));
      };
      const [all, training] = [await cellsOf(), await cellsOf('training')];
      expect((await cellsOf('childcare')).get('whole')?.taken?.state).toBe('hidden');
      for (const [key, cells] of all) {
        for (const id of ['taken', 'expected', 'attended', 'people']) {
          const [whole, part] = [cells[id], training.get(key)?.[id]];
          if (whole?.state !== 'shown' || part?.state === 'hidden') continue;
          const rest = whole.value - (part?.value ?? 0);
          expect(rest > 0 && rest < 5, `${id} of ${key}`).toBe(false);
        }
      }
    },
  );

  it('hide from who may open no rows every count of people from one to below five', async () => {
    const { table } = await figuresOf(officers.viewer, { by: 'month' });
    const cells = [...table.lines.map((line) => line.cells), table.whole].flatMap((line) =>
      Object.entries(line).filter(([id]) => !['sessions', 'places'].includes(id)),
    );
    expect(cells.filter(([, { value }]) => value > 0 && value < 5)).toEqual([]);
    expect(cells.every(([, { opens }]) => !opens)).toBe(true);
    expect(table.hides).toBe(true);
    expect((await figuresOf(officers.economy, { by: 'month' })).table.hides).toBe(false);
  });
});

describe('the rows behind a figure', () => {
  const rowsOf = (actor: AccountActor, asked: Record<string, string>) =>
    listFigureRows(as(actor), figureRowsFilter.parse({ ...year, ...asked }));

  it.each(divisions)('are as many as every number says, by %s', async (by) => {
    for (const actor of [by === 'kind' ? officers.town : officers.economy]) {
      const { table } = await figuresOf(actor, { by });
      for (const figure of serviceFigures) {
        const lines = [
          ...table.lines.map(({ key, cells }) => [key, cells[figure.id]] as const),
          [undefined, table.whole[figure.id]] as const,
        ];
        for (const [key, cell] of lines) {
          if (cell?.state !== 'shown' || (key !== undefined && cell.value === 0)) continue;
          const { total, rows } = await rowsOf(actor, {
            figure: figure.id,
            by,
            ...(key && { key }),
          });
          const places = rows.reduce((sum, row) => sum + (row.capacity ?? 0), 0);
          expect(figure.amount ? places : total, `${figure.id} of ${key}`).toBe(cell.value);
        }
      }
    }
  });

  it('show nobody’s name, stand in the ledger, and are none of services one does not decide about', async () => {
    const { rows } = await rowsOf(officers.economy, { figure: 'attended', by: 'month' });
    expect(rows.map((row) => row.attendee_masked)).toEqual(['陈**', '陈**', '陈**']);
    const [look] = await sqlAsOwner()`
      select action, entity_id, organisation_id from audit_entries order by at desc limit 1`;
    expect(look).toMatchObject({
      ...{ action: 'view_figure_rows', entity_id: 'attended' },
      organisation_id: tree.district.id,
    });
    expect((await rowsOf(officers.viewer, { figure: 'attended' })).total).toBe(0);
  });

  it('are not found for a figure that nobody has declared', async () => {
    await expect(rowsOf(officers.economy, { figure: 'made_up' })).rejects.toThrow(NotFound);
  });
});
