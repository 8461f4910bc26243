import { beforeEach, describe, expect, it } from 'vitest';
import { as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing';
import { raceAt } from '@/db/testing/waits';
import { readTable } from '@/lib/documents/table-file';
import { NotFound } from '@/lib/errors';
import { unitListTemplate } from '../queries/template';
import { getUnitList } from '../queries/unit-list';
import { listUnanswered } from '../queries/unit-start';
import { readUnitRows } from '../rules/unit-rows';
import { aScene, handIn, linesOf, type Scene } from '../unit-list.test-helpers';
import { announceUnitList } from './announce-unit-list';
import { exportUnitList } from './export-unit-list';
import { remindAllNamed } from './remind-all-named';
import { remindNamed } from './remind-named';

beforeEach(resetDb);

/** Two places; the first two of the union hold them, the third waits. */
async function handedIn(given: Parameters<typeof aScene>[0] = {}) {
  const scene = await aScene({ capacity: 2, ...given });
  const { listId } = await handIn(scene, {
    pasted: await linesOf(scene, scene.people.slice(0, 3)),
  });
  await announceUnitList(listId);
  return { scene, listId };
}
const chairOf = (scene: Scene) => as(scene.chair.actor);
const justProved = (scene: Scene) => as({ ...scene.chair.actor, steppedUpAt: new Date() });
const again = () => sqlAsOwner()`select account_id from notices where dedupe_key like '%:again_%'`;
const limits = { maxBytes: 900_000, maxRows: 100 };

describe('reminding everyone of a list', () => {
  it('asks each once who holds a place and has not answered, also under two clicks', async () => {
    const { scene, listId } = await handedIn();
    const click = () => remindAllNamed(chairOf(scene), { listId });
    const [first, second] = await raceAt('remind-all:locked', click, click);
    expect(first).toMatchObject({ ok: true, value: { reminded: 2, recent: 0 } });
    expect(second).toMatchObject({ reason: 'all_asked_already', detail: { n: 2 } });
    expect(await again()).toHaveLength(2);
    const texts = await sqlAsOwner()`select 1 from outbox where dedupe_key like '%:again_%'`;
    expect(texts).toHaveLength(2);
  });

  it('leaves in peace who was reminded alone before, and who has answered', async () => {
    const { scene, listId } = await handedIn();
    expect(await remindNamed(chairOf(scene), { listId, rowNo: 1 })).toMatchObject({ ok: true });
    const rest = await remindAllNamed(chairOf(scene), { listId });
    expect(rest).toMatchObject({ ok: true, value: { reminded: 1, recent: 1 } });
    await sqlAsOwner()`update bookings set status = 'booked', offer_expires_at = null where status = 'offered'`;
    expect(await remindAllNamed(chairOf(scene), { listId })).toMatchObject({
      reason: 'nobody_waits',
    });
  });

  it('works for a screening, where the text says nothing of it, and its list names nobody', async () => {
    const { scene, listId } = await handedIn({ kind: 'screening' });
    expect(await remindAllNamed(chairOf(scene), { listId })).toMatchObject({ ok: true });
    const titles =
      await sqlAsOwner()`select distinct title from notices where dedupe_key like '%:again_%'`;
    expect(titles).toEqual([{ title: '请查看健康服务通知' }]);
    const wish = { outcome: undefined, after: 0, unanswered: 'yes' } as const;
    const list = await getUnitList(chairOf(scene), listId, wish);
    expect(list.lines.every((line) => line.booking === null)).toBe(true);
    expect(list.lines).toHaveLength(3);
    const found = await listUnanswered(chairOf(scene));
    expect([found.people.length, found.all]).toEqual([0, 2]);
  });

  it('is not for another union’s officers', async () => {
    const { scene, listId } = await handedIn();
    const stranger = as(scene.otherChair.actor);
    await expect(remindAllNamed(stranger, { listId })).rejects.toThrow(NotFound);
    expect((await listUnanswered(stranger)).people).toEqual([]);
  });
});

describe('who has not answered', () => {
  it('stands on the unit’s own page and on the list by name, until the answer', async () => {
    const { scene, listId } = await handedIn();
    const found = await listUnanswered(chairOf(scene));
    const names = scene.people.slice(0, 2).map((one) => one.name);
    expect(found.people.map((one) => one.name).sort()).toEqual([...names].sort());
    expect(found.people.every((one) => one.listId === listId)).toBe(true);
    const wish = { outcome: undefined, after: 0, unanswered: 'yes' } as const;
    expect((await getUnitList(chairOf(scene), listId, wish)).lines.map((l) => l.name)).toEqual(
      names,
    );
    await sqlAsOwner()`update bookings set status = 'booked', offer_expires_at = null where status = 'offered'`;
    expect((await listUnanswered(chairOf(scene))).people).toEqual([]);
  });
});

describe('the results of a list for the company', () => {
  const rowsOf = async (content: Buffer) => {
    const read = await readTable(content, limits);
    if (!read.ok) throw new Error(read.reason);
    return read.rows;
  };

  it('name own members with how each stands, ask for a second factor, and are on record', async () => {
    const { scene, listId } = await handedIn();
    const asked = { listId, reason: '交单位排班' };
    expect(await exportUnitList(chairOf(scene), asked)).toMatchObject({ reason: 'step_up' });
    const made = await exportUnitList(justProved(scene), asked);
    if (!made.ok) throw new Error(made.reason);
    const [head, first, , third] = await rowsOf(made.value.content);
    expect(head).toEqual(['行', '姓名', '手机尾号', '交单结果', '现在']);
    expect(first?.[1]).toBe(scene.people[0]?.name);
    expect([first?.[4], third?.[4]]).toEqual(['待确认名额', '候补中']);
    const [entry] =
      await sqlAsOwner()`select reason, after from audit_entries where action = 'export_unit_list'`;
    expect(entry).toMatchObject({ reason: '交单位排班', after: { lines: 3 } });
  });

  it('of a screening leave out who confirmed or went, and every reason', async () => {
    const { scene, listId } = await handedIn({ kind: 'screening' });
    const made = await exportUnitList(justProved(scene), { listId, reason: '交单位' });
    if (!made.ok) throw new Error(made.reason);
    const rows = await rowsOf(made.value.content);
    expect(rows[0]).toEqual(['行', '姓名', '手机尾号', '交单结果']);
    expect(rows.flat().join()).not.toMatch(/确认|到检|缺席|岁|性别/);
  });
});

describe('the template of a list', () => {
  it.each([false, true])(
    'is read back with the person filled in below its headings (children: %s)',
    async (child) => {
      const { content } = await unitListTemplate(child);
      const read = await readTable(content, limits);
      if (!read.ok) throw new Error(read.reason);
      const filled = [...read.rows, ['陈一帆', '13900000001', ...(child ? ['陈小禾'] : [])]];
      expect(readUnitRows(filled, child)).toMatchObject([
        { name: '陈一帆', phone: '13900000001', child: child ? '陈小禾' : '', words: '' },
      ]);
    },
  );
});
