import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { aSubmittedApplication } from '@/db/factories/applications';
import { arrange, as } from '@/db/factories/arrange';
import { aTree } from '@/db/factories/organisations';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { personalData } from '../personal-data';
import { findCaseTools } from '../queries/case-tools';
import { assignCase } from './assign-case';
import { addNote, removeNote } from './case-notes';
import { viewCase } from './view-case';

type Officer = Awaited<ReturnType<typeof anOfficer>>;

async function scene() {
  return arrange(async (tx) => {
    const tree = await aTree(tx);
    const officer = (role: 'union_admin' | 'town_admin', at: string, displayName: string) =>
      anOfficer(tx, role, at, { displayName });
    const mine = await officer('union_admin', tree.union.id, '林向晚');
    return {
      mine,
      colleague: await officer('union_admin', tree.union.id, '莫振华'),
      above: await officer('town_admin', tree.town.id, '谢永福'),
      stranger: await officer('union_admin', tree.otherUnion.id, '韦知非'),
      theirs: await aSubmittedApplication(tx, { organisationId: tree.union.id }),
      own: await aSubmittedApplication(tx, { organisationId: tree.union.id, applicant: mine }),
    };
  });
}

const note = (officer: Officer, ref: string, text: string) =>
  addNote(as(officer.actor), { ref, text });
const toolsOf = (officer: Officer, ref: string) => findCaseTools(as(officer.actor), ref);
const textsOf = async (officer: Officer, ref: string) =>
  (await toolsOf(officer, ref))?.notes.map(({ who, text, own }) => [who, text, own]);

beforeEach(resetDb);

describe('a note among officers', () => {
  it('is read by who may decide the case, sealed in the table and absent from every notice', async () => {
    const h = await scene();
    await note(h.mine, h.theirs.id, '已电话核实，单位在搬家');
    expect(await textsOf(h.above, h.theirs.id)).toEqual([
      ['林向晚', '已电话核实，单位在搬家', false],
    ]);
    expect(await textsOf(h.mine, h.theirs.id)).toEqual([
      ['林向晚', '已电话核实，单位在搬家', true],
    ]);
    const [stored] = await sqlAsOwner()`select body_sealed from case_notes`;
    expect(stored?.body_sealed).not.toContain('核实');
    expect(await sqlAsOwner()`select 1 from notices where body like '%搬家%'`).toEqual([]);
    const [audit] =
      await sqlAsOwner()`select after from audit_entries where action = 'add_case_note'`;
    expect(audit?.after).toBeNull();
  });

  it('is nothing to another desk, nor to an officer whose own case it is', async () => {
    const h = await scene();
    await note(h.colleague, h.own.id, '和本人核对');
    expect(await toolsOf(h.mine, h.own.id)).toBeNull();
    expect(await toolsOf(h.stranger, h.theirs.id)).toBeNull();
    await expect(note(h.mine, h.own.id, '自己写')).rejects.toThrow(NotFound);
    await expect(note(h.stranger, h.theirs.id, '路过')).rejects.toThrow(NotFound);
  });

  it('is taken away by who wrote it, words and all, and by nobody else', async () => {
    const h = await scene();
    await note(h.mine, h.theirs.id, '写错了');
    const id = (await toolsOf(h.mine, h.theirs.id))?.notes[0]?.id ?? '';
    const remove = (officer: Officer) =>
      removeNote(as(officer.actor), { ref: h.theirs.id, noteId: id });
    await expect(remove(h.colleague)).rejects.toThrow(NotFound);
    expect(await remove(h.mine)).toMatchObject({ ok: true });
    expect(await textsOf(h.colleague, h.theirs.id)).toEqual([]);
    expect(await sqlAsOwner()`select body_sealed from case_notes`).toEqual([{ body_sealed: '' }]);
  });

  it('is handed out to the person who asks for a copy, without who wrote it, and goes with the rest', async () => {
    const h = await scene();
    await note(h.mine, h.theirs.id, '已电话核实');
    const personId = h.theirs.applicant.personId;
    const copy = await arrange((tx) => personalData.export(tx, personId));
    expect(copy.caseNotes).toEqual([{ at: expect.any(String), text: '已电话核实' }]);
    expect(await arrange((tx) => personalData.erase(tx, h.own.applicant.personId))).toBe(0);
    expect(await arrange((tx) => personalData.erase(tx, personId))).toBe(1);
  });

  it('is stored for as long as the setting says', async () => {
    const h = await scene();
    await note(h.mine, h.theirs.id, '旧的');
    expect(await arrange((tx) => personalData.expire(tx))).toBe(0);
    await sqlAsOwner()`update case_notes set at = at - interval '366 days'`;
    expect(await arrange((tx) => personalData.expire(tx))).toBe(1);
  });
});

describe('a case that is taken on or handed over', () => {
  const assign = async (officer: Officer, ref: string, officerId: string) =>
    assignCase(as(officer.actor), {
      ...{ ref, officerId, seen: (await toolsOf(officer, ref))?.taken?.id ?? '' },
    });

  it('says by whom, tells a colleague once, and gives no right', async () => {
    const h = await scene();
    await assign(h.mine, h.theirs.id, h.mine.accountId);
    expect((await toolsOf(h.colleague, h.theirs.id))?.taken?.name).toBe('林向晚');
    await assign(h.mine, h.theirs.id, h.colleague.accountId);
    expect((await toolsOf(h.mine, h.theirs.id))?.taken?.name).toBe('莫振华');
    const notices =
      await sqlAsOwner()`select account_id as to from notices where title like '%请您办理%'`;
    expect(notices).toEqual([{ to: h.colleague.accountId }]);
    await assign(h.mine, h.theirs.id, '');
    expect((await toolsOf(h.mine, h.theirs.id))?.taken).toBeNull();
  });

  it('stays with who took it first, which the second of two reads; a second click is nothing new', async () => {
    const h = await scene();
    const stale = (officer: Officer, to: Officer, seen = '') =>
      assignCase(as(officer.actor), { ref: h.theirs.id, officerId: to.accountId, seen });
    expect(await stale(h.mine, h.mine)).toMatchObject({ ok: true });
    expect(await stale(h.mine, h.mine)).toMatchObject({ ok: true });
    expect(await stale(h.colleague, h.colleague)).toMatchObject({
      ...{ reason: 'taken_meanwhile', detail: { name: '林向晚' } },
    });
    expect((await toolsOf(h.mine, h.theirs.id))?.taken?.name).toBe('林向晚');
    expect(await stale(h.mine, h.colleague, h.mine.accountId)).toMatchObject({ ok: true });
    expect(await stale(h.mine, h.mine, h.mine.accountId)).toMatchObject({
      reason: 'taken_meanwhile',
    });
    const audits = await sqlAsOwner()`select 1 from audit_entries where action = 'assign_case'`;
    expect(audits).toHaveLength(2);
  });

  it('goes to nobody who may not decide it, the applicant among them', async () => {
    const h = await scene();
    expect(await assign(h.mine, h.theirs.id, h.stranger.accountId)).toMatchObject({
      reason: 'not_theirs',
    });
    expect(await assign(h.colleague, h.own.id, h.mine.accountId)).toMatchObject({
      reason: 'not_theirs',
    });
    await expect(assign(h.stranger, h.theirs.id, '')).rejects.toThrow(NotFound);
  });

  it('names those of its own desk first', async () => {
    const h = await scene();
    const officers = (await toolsOf(h.mine, h.theirs.id))?.officers;
    expect(officers?.map(({ name, depth }) => [name, depth])).toEqual([
      ['林向晚', 0],
      ['莫振华', 0],
      ['谢永福', 1],
    ]);
  });
});

describe('who else has a case open', () => {
  const view = (officer: Officer, ref: string) => viewCase(as(officer.actor), { ref });

  it('is told to each of them, and no longer once they are gone', async () => {
    const h = await scene();
    expect(await view(h.mine, h.theirs.id)).toMatchObject({ value: { others: [] } });
    expect(await view(h.colleague, h.theirs.id)).toMatchObject({ value: { others: ['林向晚'] } });
    await sqlAsOwner()`update case_views set seen_at = seen_at - interval '2 minutes'`;
    expect(await view(h.mine, h.theirs.id)).toMatchObject({ value: { others: [] } });
    await expect(view(h.stranger, h.theirs.id)).rejects.toThrow(NotFound);
  });
});
