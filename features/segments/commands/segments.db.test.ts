import { beforeEach, describe, expect, it } from 'vitest';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { NotFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { getSegment, listSegments } from '../queries/segments';
import { addSegmentInput, changeSegmentInput, segmentFilter } from '../schema/segment';
import { type Arranged, arranged, definedAs, keeps, storedSegment } from '../segments.test-helpers';
import { archiveSegment, restoreSegment } from './archive-segment';
import { changeSegment } from './save-segment';

let a: Arranged;
const recent = [{ kind: 'joined', from: '2025-01-01' }];
beforeEach(async () => {
  await resetDb();
  a = await arranged();
});

const lines = async (action: string) =>
  (await sqlAsOwner()`select 1 from audit_entries where action = ${action}`).length;
const names = async (ctx: typeof a.town, asked: Record<string, string> = {}) =>
  (await listSegments(ctx, segmentFilter.parse(asked))).items.map((item) => item.name);
const changed = (segmentId: string, version: number, of: readonly unknown[], name = '改过的') =>
  changeSegmentInput.parse({ segmentId, version, name, definition: JSON.stringify(definedAs(of)) });

describe('a segment', () => {
  it('is kept at an organisation, with a line in the ledger, and shared with those below it', async () => {
    const id = await storedSegment(a.town, a.tree.town.id, recent);
    expect(await lines('add_segment')).toBe(1);
    expect(await names(a.town)).toEqual(['新近入会的']);
    expect(await names(a.union)).toEqual(['新近入会的']);
    expect(await names(a.viewer)).toEqual(['新近入会的']);
    expect(await names(a.district)).toEqual(['新近入会的']);
    expect(await names(a.otherTown)).toEqual([]);
    expect(await getSegment(a.union, id)).toMatchObject({
      mine: false,
      senders: [{ id: a.tree.union.id }],
    });
    expect(await getSegment(a.town, id)).toMatchObject({
      mine: true,
      senders: [{ id: a.tree.town.id }],
    });
    await expect(getSegment(a.otherTown, id)).rejects.toThrow(NotFound);
    await expect(getSegment(a.town, newId())).rejects.toThrow(NotFound);
  });

  it('is not kept at an organisation of others, whatever id the form carries', async () => {
    await expect(keeps(a.town, a.tree.otherTown.id, recent)).rejects.toThrow(NotFound);
    await expect(keeps(a.union, a.tree.town.id, recent)).rejects.toThrow(NotFound);
    await expect(keeps(a.town, newId(), recent)).rejects.toThrow(NotFound);
    await expect(keeps(a.viewer, a.tree.town.id, recent)).rejects.toThrow();
    expect(await lines('add_segment')).toBe(0);
  });

  it('is changed, archived and restored only by who keeps it or stands above', async () => {
    const id = await storedSegment(a.town, a.tree.town.id, recent);
    for (const ctx of [a.union, a.otherTown]) {
      await expect(changeSegment(ctx, changed(id, 1, recent))).rejects.toThrow(NotFound);
      await expect(archiveSegment(ctx, { segmentId: id, version: 1 })).rejects.toThrow(NotFound);
      await expect(restoreSegment(ctx, { segmentId: id, version: 1 })).rejects.toThrow(NotFound);
    }
    expect(await changeSegment(a.district, changed(id, 1, recent))).toMatchObject({ ok: true });
    expect(await changeSegment(a.town, changed(id, 1, recent))).toMatchObject({
      reason: 'changed_meanwhile',
    });
    expect(await archiveSegment(a.town, { segmentId: id, version: 2 })).toMatchObject({ ok: true });
    expect(await archiveSegment(a.town, { segmentId: id, version: 3 })).toMatchObject({
      reason: 'stale',
    });
    expect(await changeSegment(a.town, changed(id, 3, recent))).toMatchObject({
      reason: 'archived',
    });
    expect([await names(a.town), await names(a.town, { state: 'archived' })]).toEqual([
      [],
      ['改过的'],
    ]);
    expect(await restoreSegment(a.town, { segmentId: id, version: 3 })).toMatchObject({ ok: true });
    expect(await names(a.town)).toEqual(['改过的']);
    for (const action of ['change_segment', 'archive_segment', 'restore_segment'])
      expect(await lines(action)).toBe(1);
  });

  it('has a name of its own at its organisation while it is in use', async () => {
    const id = await storedSegment(a.town, a.tree.town.id, recent);
    expect(await keeps(a.town, a.tree.town.id, recent)).toMatchObject({ reason: 'name_taken' });
    expect(await keeps(a.union, a.tree.union.id, recent)).toMatchObject({ ok: true });
    await archiveSegment(a.town, { segmentId: id, version: 1 });
    await storedSegment(a.town, a.tree.town.id, recent);
    expect(await restoreSegment(a.town, { segmentId: id, version: 2 })).toMatchObject({
      reason: 'name_taken',
    });
  });

  it('points at nothing that is gone, elsewhere or a matter of health, and says what to change', async () => {
    const sql = sqlAsOwner();
    const asks = (one: unknown) => keeps(a.town, a.tree.town.id, [one]);
    expect(await asks({ kind: 'union', organisationId: a.tree.otherUnion.id })).toMatchObject({
      reason: 'dead_reference',
      detail: { text: expect.stringContaining('不在管理单位之下') },
    });
    expect(await asks({ kind: 'occupation', codes: ['no_such_work'] })).toMatchObject({
      reason: 'dead_reference',
    });
    expect(await asks({ kind: 'attended', of: 'any', offeringId: newId() })).toMatchObject({
      reason: 'dead_reference',
    });
    const id = await storedSegment(a.town, a.tree.town.id, [
      { kind: 'union', organisationId: a.tree.union.id },
    ]);
    expect(await getSegment(a.town, id)).toMatchObject({ problems: [] });
    await sql`update organisations set closed_at = now() where id = ${a.tree.union.id}`;
    const { problems } = await getSegment(a.town, id);
    expect(problems).toEqual([expect.stringContaining('已撤销')]);
  });

  it('refuses a definition that is no JSON, too deep or unknown at its form', () => {
    const asked = (definition: string) =>
      addSegmentInput.safeParse({ organisationId: newId(), name: '测试', definition }).success;
    expect(asked('{')).toBe(false);
    expect(asked('{"v":2,"root":{}}')).toBe(false);
    expect(asked(JSON.stringify(definedAs(recent)))).toBe(true);
  });
});
