import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { aTree, type Tree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { Actor } from '@/lib/actor';
import { addDays, addMonths, todayOn } from '@/lib/dates';
import { Forbidden, NotFound } from '@/lib/errors';
import { listEndings } from '../queries/endings';
import { findOffices } from '../queries/offices';
import { termEndsOn } from '../rules/term';
import { endsFilter } from '../schema/ends';
import { answerExtension, askExtension } from './extend-term';
import { enterTerm } from './keep-terms';
import { remindEndings } from './remind-endings';

let tree: Tree;
let town: Actor;
let admin: Actor;
let elsewhere: Actor;
let viewer: Actor;
const today = todayOn(new Date());
/** Over in about two months. */
const began = addMonths(addDays(today, 60), -36);
const endsOn = termEndsOn(began, 3);
const until = addMonths(endsOn, 4);

beforeEach(async () => {
  await resetDb();
  tree = await arrange(aTree);
  const officer = (role: 'town_admin' | 'union_admin' | 'viewer', id: string) =>
    arrange(async (tx) => (await anOfficer(tx, role, id)).actor);
  town = await officer('town_admin', tree.town.id);
  admin = await officer('union_admin', tree.union.id);
  elsewhere = await officer('town_admin', tree.otherTown.id);
  viewer = await officer('viewer', tree.district.id);
});

const term = (beganOn = began) =>
  enterTerm(as(town), {
    ...{ organisationId: tree.union.id, ordinal: 1, beganOn, years: 3 },
    documentNo: '测工批〔2026〕1号',
  });
const ask = (more: { askedOn?: string; untilOn?: string } = {}, actor = admin) =>
  askExtension(as(actor), {
    ...{ organisationId: tree.union.id, askedNo: '甲工请〔2026〕3号', askedOn: today },
    ...{ untilOn: until, reason: '正在改制，人员未定' },
    ...more,
  });
const answer = (
  more: {
    decision?: 'granted' | 'refused';
    decidedOn?: string;
    untilOn?: string | null;
    answer?: string | null;
  } = {},
  actor = town,
) =>
  answerExtension(as(actor), {
    ...{ organisationId: tree.union.id, decision: 'granted', decidedOn: today, untilOn: null },
    ...{ decidedNo: '测工复〔2026〕8号', answer: null },
    ...more,
  });
const ending = async () => (await listEndings(as(town), endsFilter.parse({ view: 'all' }))).rows[0];
const titles = async (account: Actor) =>
  (
    await sqlAsOwner()`select title from notices
      where account_id = ${account.kind === 'account' ? account.accountId : ''} order by created_at`
  ).map(({ title }) => title);
const sent = () => sqlAsOwner()`select months from union_reminders order by months`;

describe('延期换届', () => {
  it('moves what ends, the reminders and the latest day to the day of the paper', async () => {
    await term();
    await remindEndings(as(town));
    expect((await sent()).map(({ months }) => months)).toEqual([3, 6]);
    expect(await ask()).toMatchObject({ ok: true });
    expect(await titles(town)).toContain(`${(await ending())?.union}申请延期换届`);
    // Asked is not granted: the end stays.
    expect(await ending()).toMatchObject({ endsOn, prolonged: false });
    expect(await answer()).toMatchObject({ ok: true });
    expect(await ending()).toMatchObject({
      ...{ endsOn: until, prolonged: true, paper: '测工复〔2026〕8号' },
    });
    expect(await findOffices(as(town), tree.union.id)).toMatchObject({
      ...{ endsOn: until, extensionOpen: false },
      extensions: [{ status: 'granted', untilOn: until }],
    });
    expect(await titles(admin)).toContain(`${(await ending())?.union}延期换届已批准`);
    expect(await sent()).toEqual([]);
    await remindEndings(as(town));
    // Told anew by the new day: it is further away than three months.
    expect((await sent()).map(({ months }) => months)).toEqual(
      addMonths(until, -6) <= today ? [6] : [],
    );
  });

  it('takes the day of the paper where it is another than asked', async () => {
    await term();
    await ask();
    const earlier = addMonths(endsOn, 2);
    expect(await answer({ untilOn: earlier })).toMatchObject({ ok: true });
    expect(await ending()).toMatchObject({ endsOn: earlier });
  });

  it('is refused with reasons, and may be asked for again', async () => {
    await term();
    await ask();
    expect(await answer({ decision: 'refused', answer: '请按期换届' })).toMatchObject({ ok: true });
    expect(await ending()).toMatchObject({ endsOn, prolonged: false });
    const name = (await ending())?.union;
    expect(await titles(admin)).toContain(`${name}没有批准延期换届`);
    expect(await ask()).toMatchObject({ ok: true });
  });

  it('is not asked for without a term, too early, too far, twice, or in the future', async () => {
    expect(await ask()).toMatchObject({ reason: 'no_term' });
    await term(addMonths(today, -12));
    expect(await ask()).toMatchObject({ reason: 'too_early', detail: { months: 6 } });
    await sqlAsOwner()`update union_terms set began_on = ${began}, ends_on = ${endsOn}`;
    expect(await ask({ askedOn: addDays(today, 1) })).toMatchObject({ reason: 'future' });
    expect(await ask({ untilOn: endsOn })).toMatchObject({ reason: 'until_too_early' });
    expect(await ask({ untilOn: addDays(addMonths(endsOn, 6), 1) })).toMatchObject({
      reason: 'until_too_late',
    });
    expect(await ask({ untilOn: addMonths(endsOn, 6) })).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ reason: 'asked_already' });
    expect(await answer({ decidedOn: addDays(today, -1) })).toMatchObject({
      reason: 'before_asked',
    });
    expect(await answer({ decidedOn: addDays(today, 1) })).toMatchObject({ reason: 'future' });
    expect(await answer()).toMatchObject({ ok: true });
    expect(await answer()).toMatchObject({ reason: 'nothing_asked' });
    expect(await ask()).toMatchObject({ reason: 'granted_already' });
  });

  it('is asked for by the union, answered by the level above, and nobody’s elsewhere', async () => {
    await term();
    await expect(ask({}, elsewhere)).rejects.toThrow(NotFound);
    await expect(ask({}, viewer)).rejects.toThrow(Forbidden);
    await ask();
    await expect(answer({}, admin)).rejects.toThrow(Forbidden);
    await expect(answer({}, elsewhere)).rejects.toThrow(NotFound);
    const two = await Promise.all([answer(), answer()]);
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    const ledger = await sqlAsOwner()`select action from audit_entries
      where action in ('ask_extension', 'answer_extension') order by id`;
    expect(ledger.map(({ action }) => action)).toEqual(['ask_extension', 'answer_extension']);
  });
});
