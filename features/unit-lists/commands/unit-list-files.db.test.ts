import { readSheet } from 'read-excel-file/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { resetDb, sqlAsOwner } from '@/db/testing/index';
import { spreadsheet } from '@/lib/documents/spreadsheet';
import { workbook } from '@/lib/testing/workbook';
import { personalData } from '../personal-data';
import { findDraftLines, getUnitList } from '../queries/unit-list';
import { noteWords } from '../rules/unit-list';
import { aScene, handIn, linesOf, look, outcomes, phoneOf } from '../unit-list.test-helpers';
import { undoUnitList } from './undo-unit-list';

beforeEach(resetDb);

describe('the file of a list', () => {
  it('reads a spreadsheet and a CSV in GBK alike', async () => {
    const scene = await aScene({ capacity: 9 });
    const rows = await Promise.all(
      scene.people.map(async (p) => ({ name: p.name, phone: await phoneOf(p.accountId) })),
    );
    const xlsx = await spreadsheet({
      sheet: '名单',
      columns: [
        { header: '姓名', value: (r: (typeof rows)[number]) => r.name },
        { header: '手机号', value: (r: (typeof rows)[number]) => r.phone },
      ],
      rows,
    });
    expect(await readSheet(xlsx)).toHaveLength(5);
    const file = new File([new Uint8Array(xlsx)], '名单.xlsx');
    const done = await handIn(scene, { table: file });
    expect(await outcomes(done.listId)).toEqual(Array(4).fill('offered'));
    expect(
      (await undoUnitList(as(scene.chair.actor), { listId: done.listId, reason: '重交' })).ok,
    ).toBe(true);
    // 姓名,手机号 / 陈一帆 in GBK
    const gbk = Buffer.concat([
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
      Buffer.from(','),
      Buffer.from([0xca, 0xd6, 0xbb, 0xfa, 0xba, 0xc5]),
      Buffer.from('\r\n'),
      Buffer.from([0xb3, 0xc2, 0xd2, 0xbb, 0xb7, 0xab]),
      Buffer.from(`,${rows[0]?.phone}\r\n`),
    ]);
    const csv = await handIn(scene, { table: new File([gbk], 'a.csv') });
    expect(await outcomes(csv.listId)).toEqual(['offered']);
  });

  it.each([
    ['an empty file', new File([], 'a.xlsx'), 'table'],
    ['a picture', new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])], 'a.png'), 'table'],
    ['a zip that is no workbook', new File([Buffer.from('PK\x03\x04nothing')], 'a.xlsx'), 'table'],
    ['blank lines only', new File([Buffer.from('\n\n , \n')], 'a.csv'), 'table'],
  ])('refuses %s beside the field', async (_title, table, field) => {
    const scene = await aScene();
    const refused = await look(scene, { table });
    expect(refused).toMatchObject({ ok: false, reason: 'bad_list' });
    expect(refused.ok ? {} : refused.fieldErrors).toHaveProperty(field);
    expect(await sqlAsOwner()`select 1 from unit_lists`).toHaveLength(0);
  });

  it('says what was hidden in it, and is there again to be corrected', async () => {
    const scene = await aScene();
    const [one, two] = await Promise.all(scene.people.map((p) => phoneOf(p.accountId)));
    const row = (at: number, cells: readonly string[], more = '') =>
      `<row r="${at}"${more}>${cells.map((text, i) => `<c r="${'AB'[i]}${at}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
    const file = workbook(
      row(1, ['江南街道名单']) +
        row(2, ['姓名', '手机号']) +
        row(3, ['陈一帆', one ?? '']) +
        row(4, ['罗小满', two ?? ''], ' hidden="1"') +
        row(5, ['甲,乙', '139']),
    );
    const draft = await look(scene, { table: new File([new Uint8Array(file)], 'a.xlsx') });
    if (!draft.ok) throw new Error(draft.reason);
    const { listId } = draft.value;
    const chair = as(scene.chair.actor);
    const list = await getUnitList(chair, listId, { outcome: undefined, after: 0 });
    expect(list.lines.map((l) => [l.rowNo, l.outcome])).toEqual([
      [3, 'ready'],
      [5, 'invalid'],
    ]);
    expect(noteWords(list.counts)).toContain('1 行隐藏行');
    const lines = await findDraftLines(chair, listId);
    expect(lines).toBe(`陈一帆，${one}\n"甲,乙"，139`);
    expect(await findDraftLines(as(scene.otherChair.actor), listId)).toBeNull();
    const again = await look(scene, { pasted: lines?.replace('"甲,乙"，139', `罗小满，${two}`) });
    expect(again).toMatchObject({ ok: true });
  });

  it('shows the union’s own members by name after the hand-in, and others masked', async () => {
    const scene = await aScene();
    const done = await handIn(scene, { pasted: `${await linesOf(scene)}\n甘露 13899990002` });
    const chair = as(scene.chair.actor);
    const names = async () => {
      const { lines } = await getUnitList(chair, done.listId, { outcome: undefined, after: 0 });
      return lines.map((line) => line.name);
    };
    expect((await names()).slice(0, 2)).toEqual(['陈一帆', '罗小满']);
    expect((await names()).at(-1)).toBe('甘*');
    await sqlAsOwner()`update memberships set status = 'left' where person_id = ${scene.people[0]?.personId ?? ''}`;
    expect((await names())[0]).toBe('陈**');
  });

  it('forgets a name when its person asks, and a draft that was never handed in', async () => {
    const scene = await aScene();
    const done = await handIn(scene, { pasted: await linesOf(scene) });
    const [person] = scene.people;
    await arrange((tx) => personalData.erase(tx, person?.personId ?? ''));
    const rows = await sqlAsOwner()`
      select name_masked, outcome from unit_list_rows where list_id = ${done.listId} order by row_no`;
    expect(rows[0]).toEqual({ name_masked: '已删除', outcome: 'offered' });
    expect(rows[1]?.name_masked).toBe('罗**');
    await look(scene, { pasted: '甘露 13899990002' });
    await sqlAsOwner()`update unit_lists set created_at = now() - interval '8 days' where status = 'draft'`;
    await sqlAsOwner()`update offering_sessions set starts_at = now() - interval '200 days', ends_at = now() - interval '199 days'`;
    await arrange((tx) => personalData.expire(tx));
    expect(await sqlAsOwner()`select 1 from unit_lists where status = 'draft'`).toHaveLength(0);
    expect(
      await sqlAsOwner()`select 1 from unit_list_rows where name_masked <> '已删除'`,
    ).toHaveLength(0);
  });
});
