import { beforeEach, describe, expect, it } from 'vitest';
import { aMember, anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listEndings } from '../queries/endings';
import { findOffices } from '../queries/offices';
import { listWithoutTerm } from '../queries/without-term';
import { termEndsOn } from '../rules/term';
import { endsFilter } from '../schema/ends';
import { enterTermInput } from '../schema/offices';
import { endOffice, linkHolder, seatHolder } from './keep-holders';
import { enterCertificate, enterTerm } from './keep-terms';
import { remindEndings } from './remind-endings';

let tree: Tree;
let town: Actor;
let otherTown: Actor;
let admin: Actor;
const today = todayOn(new Date());
const began = addMonths(today, -12);
const documentNo = '测工批〔2026〕1号';

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'town_admin' | 'union_admin', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  town = await officer('town_admin', tree.town.id);
  otherTown = await officer('town_admin', tree.otherTown.id);
  admin = await officer('union_admin', tree.union.id);
});

const term = (more: { ordinal?: number; beganOn?: string; years?: 3 | 5 } = {}) =>
  enterTerm(as(town), {
    ...{ organisationId: tree.union.id, ordinal: 1, beganOn: began, years: 3, documentNo },
    ...more,
  });
const seat = (name: string, more: { post?: 'chair' | 'member'; fromOn?: string } = {}) =>
  seatHolder(as(town), {
    ...{ organisationId: tree.union.id, body: 'committee', post: 'chair', name },
    ...{ memberNo: null, fromOn: began, documentNo },
    ...more,
  });
const screen = async (actor = town) => findOffices(as(actor), tree.union.id);

describe('the term of a union', () => {
  it('is three years or five, never four', async () => {
    const sent = {
      ...{ organisationId: tree.union.id, ordinal: '1', beganOn: began, documentNo },
    };
    const four = enterTermInput.safeParse({ ...sent, years: '4' });
    expect(four.error?.issues[0]).toMatchObject({
      path: ['years'],
      message: '任期是 3 年或 5 年（工会法第 16 条）',
    });
    const write = sqlAsOwner()`insert into union_terms
      (id, organisation_id, ordinal, began_on, years, ends_on, recorded_at) values
      (gen_random_uuid(), ${tree.union.id}, 1, current_date, 4, current_date + 1460, now())`;
    await expect(write).rejects.toMatchObject({ constraint_name: 'union_terms_years' });
  });

  it('is missing in the list of the area until it is entered', async () => {
    const listed = async (actor: Actor) =>
      (await listWithoutTerm(as(actor), 9)).rows.map(({ id }) => id);
    expect(await listed(town)).toContain(tree.union.id);
    expect(await listed(otherTown)).not.toContain(tree.union.id);
    expect(await listed(town)).not.toContain(tree.town.id);
    await term();
    expect(await listed(town)).not.toContain(tree.union.id);
  });

  it('begins once, in order, never in the future, and is nobody’s elsewhere', async () => {
    expect(await term({ beganOn: addDays(today, 1) })).toMatchObject({ reason: 'future' });
    expect(await term()).toMatchObject({ ok: true });
    expect(await term()).toMatchObject({ reason: 'term_exists' });
    expect(await term({ ordinal: 2 })).toMatchObject({ reason: 'before_last_term' });
    expect((await screen())?.term).toMatchObject({ endsOn: termEndsOn(began, 3) });
    expect(await screen(otherTown)).toBeNull();
    const elsewhere = { organisationId: tree.union.id, ordinal: 3, beganOn: today, years: 3 };
    await expect(enterTerm(as(otherTown), { ...elsewhere, years: 3, documentNo })).rejects.toThrow(
      NotFound,
    );
    await expect(enterTerm(as(admin), { ...elsewhere, years: 3, documentNo })).rejects.toThrow(
      Forbidden,
    );
  });

  it('that follows ends the offices of the one before on the day before', async () => {
    await term();
    await seat('梁守正');
    expect(await term({ ordinal: 2, beganOn: today, years: 5 })).toMatchObject({ ok: true });
    expect((await screen())?.holders).toMatchObject([
      { name: '梁守正', endedOn: addDays(today, -1), endedReason: 'term_over' },
    ]);
  });
});

describe('an office', () => {
  it('is held by one chair at a time, within the term, and changes by a paper', async () => {
    expect(await seat('梁守正')).toMatchObject({ reason: 'no_term' });
    await term();
    expect(await seat('梁守正', { fromOn: addDays(began, -1) })).toMatchObject({
      reason: 'before_term',
    });
    expect(await seat('梁守正', { fromOn: addDays(today, 1) })).toMatchObject({
      reason: 'future',
    });
    expect(await seat('梁守正')).toMatchObject({ ok: true });
    expect(await seat('覃立夏')).toMatchObject({ reason: 'chair_taken' });
    const [chair] = (await screen())?.holders ?? [];
    const end = (endedOn: string) =>
      endOffice(as(town), {
        ...{ organisationId: tree.union.id, officeId: chair?.id ?? '', reason: 'resigned' },
        ...{ endedOn, documentNo: '测工批〔2026〕2号' },
      });
    expect(await end(addDays(began, -1))).toMatchObject({ reason: 'ends_before' });
    expect(await end(today)).toMatchObject({ ok: true });
    expect(await end(today)).toMatchObject({ reason: 'ended_already' });
    expect(await seat('覃立夏', { fromOn: today })).toMatchObject({ ok: true });
    expect((await screen(admin))?.holders.map(({ name, endedOn }) => [name, endedOn])).toEqual([
      ['梁守正', today],
      ['覃立夏', null],
    ]);
    const audited = await sqlAsOwner()`select action from audit_entries
      where action in ('seat_office', 'end_office') order by id`;
    expect(audited.map(({ action }) => action)).toEqual([
      'seat_office',
      'end_office',
      'seat_office',
    ]);
  });

  it('is linked to a member of this union by the number, not by the name', async () => {
    await term();
    await seat('陈一帆');
    const mine = await arrange((tx) => aMember(tx, { organisationId: tree.union.id }));
    const other = await arrange((tx) => aMember(tx, { organisationId: tree.otherUnion.id }));
    const [office] = (await screen())?.holders ?? [];
    const link = (memberNo: string) =>
      linkHolder(as(town), {
        ...{ organisationId: tree.union.id, officeId: office?.id ?? '', memberNo },
      });
    expect(await link(other.memberNo)).toMatchObject({ reason: 'no_such_member' });
    expect(await link(mine.memberNo)).toMatchObject({ ok: true });
    expect((await screen())?.holders[0]).toMatchObject({ memberId: mine.personId });
  });
});

describe('the certificate of a union', () => {
  it('counts alone: the next makes it void', async () => {
    const enter = (number: string, validTo: string) =>
      enterCertificate(as(town), {
        ...{ organisationId: tree.union.id, number, issuedOn: began, validTo },
      });
    expect(await enter('证 1', began)).toMatchObject({ reason: 'bad_validity' });
    expect(await enter('证 1', addDays(today, 10))).toMatchObject({ ok: true });
    expect(await enter('证 2', addDays(today, 20))).toMatchObject({ ok: true });
    const shown = await screen();
    expect(shown?.certificate).toMatchObject({ number: '证 2' });
    expect(shown?.certificates.filter(({ voidOn }) => voidOn)).toMatchObject([
      { number: '证 1', voidReason: 'changed' },
    ]);
  });
});

describe('the end of a term', () => {
  /** A term that ends in 80 days. */
  const ending = () => term({ beganOn: addDays(addMonths(addDays(today, 81), -36), 0) });

  it('is reminded of once for each of the months, to the union and the level above', async () => {
    await ending();
    expect(await remindEndings(as(town))).toMatchObject({ failed: 0 });
    await remindEndings(as(town));
    const told =
      await sqlAsOwner()`select account_id, title from notices where link like '%/offices'`;
    expect(told.map(({ title }) => title)).toEqual(
      Array.from({ length: 2 }, () => '甲厂工会任期还有不到 3 个月到期'),
    );
    expect(new Set(told.map(({ account_id }) => account_id)).size).toBe(2);
    const marked = await sqlAsOwner()`select months from union_reminders order by months`;
    expect(marked.map(({ months }) => months)).toEqual([3, 6]);
  });

  it('stands on the list of its area by how soon it comes, and nowhere else', async () => {
    await ending();
    const ask = async (actor: Actor, view: string) =>
      (await listEndings(as(actor), endsFilter.parse({ view }))).rows.map(({ union }) => union);
    expect(await ask(town, '3')).toEqual(['甲厂工会']);
    expect(await ask(admin, '6')).toEqual(['甲厂工会']);
    expect(await ask(town, '1')).toEqual([]);
    expect(await ask(otherTown, 'all')).toEqual([]);
  });
});
