import { beforeEach, describe, expect, it } from 'vitest';
import { arrange, as } from '@/db/factories/arrange';
import { anEmployer } from '@/db/factories/organisations';
import { sqlAsOwner } from '@/db/testing';
import {
  aDistrictDesk,
  enteredByHand,
  registerRows as entries,
  LIST,
  lookThrough,
  listRow as row,
} from '../employer-list.test-helpers';
import {
  aUnifiedCode,
  bringIn,
  type Desk,
  outcomesOfRows,
  reviewOf,
  takeBack,
} from '../import.test-helpers';
import { getImport } from '../queries/import-view';
import { undoPreview } from '../queries/undo-preview';

let desk: Desk;
const sql = sqlAsOwner();
beforeEach(async () => {
  desk = await aDistrictDesk();
});

const look = (rows: string[][], headings = LIST) => lookThrough(desk, rows, headings);
const entered = (name: string, more = {}) => enteredByHand(desk, name, more);
const found = async (importId: string) =>
  (await reviewOf(importId)).map(({ kind, details }) => [kind, details.words[0] ?? '']);

describe('a list of employers that is taken back', () => {
  it('goes, but for what was visited, edited or has a founding since; each says why', async () => {
    const names = ['甲厂一', '甲厂二', '甲厂三', '甲厂四', '甲厂五'];
    const importId = await look(names.map((name) => row(name, { code: aUnifiedCode() })));
    await bringIn(desk, importId);
    const idOf = async (name: string) =>
      (await sql`select id from employers where name = ${name}`)[0]?.id;
    await sql`insert into employer_visits (id, employer_id, visited_on, met, result, recorded_at)
      values (gen_random_uuid(), ${await idOf('甲厂一')}, '2026-06-01', 'head', 'explained', now())`;
    await sql`update employers set industry = '改过', version = version + 1 where name = '甲厂二'`;
    const { town } = desk.tree;
    const [founding] =
      await sql`insert into foundings (id, place_id, parent_id, form, name, created_at)
      values (gen_random_uuid(), ${town.id}, ${town.id}, 'own_committee', '甲厂三工会', now()) returning id`;
    await sql`insert into founding_employers (founding_id, employer_id)
      values (${founding?.id}, ${await idOf('甲厂三')})`;
    const view = await getImport(as(desk.officer.actor), importId);
    expect(await undoPreview(as(desk.officer.actor), view)).toEqual({
      ...{
        back: 2,
        stays: [
          { reason: 'visited', rows: 1 },
          { reason: 'edited', rows: 1 },
          { reason: 'founding', rows: 1 },
        ],
      },
    });
    await takeBack(desk, importId);
    expect(await outcomesOfRows(importId)).toEqual([
      [2, 'stayed', 'visited'],
      [3, 'stayed', 'edited'],
      [4, 'stayed', 'founding'],
      [5, 'taken_back', null],
      [6, 'taken_back', null],
    ]);
    expect((await entries()).map(({ name }) => name)).toEqual(['甲厂一', '甲厂三', '甲厂二']);
    expect(await sql`select 1 from employers where name like '甲厂_'`).toHaveLength(3);
  });

  it('gives changed ones back what they had; who came onto the list stays on it', async () => {
    const [one, two] = [aUnifiedCode(), aUnifiedCode()];
    await entered('甲物流', { uscc: one, origin: 'listed', industry: '旧行业' });
    await entered('乙物流', { uscc: two });
    const importId = await look([
      row('甲物流', { code: one, industry: '新行业', staff: '30', on: '2026-05-31' }),
      row('乙物流', { code: two, industry: '新行业' }),
    ]);
    await bringIn(desk, importId);
    await takeBack(desk, importId);
    expect(await outcomesOfRows(importId)).toEqual([
      [2, 'taken_back', null],
      [3, 'stayed', 'listed'],
    ]);
    expect((await entries()).map((e) => [e.name, e.industry, e.counted, e.listed])).toEqual([
      ['乙物流', '新行业', null, true],
      ['甲物流', '旧行业', null, true],
    ]);
  });

  it('takes back the entry alone where the employer was in the books before', async () => {
    const code = aUnifiedCode();
    const { town } = desk.tree;
    await arrange((tx) => anEmployer(tx, { name: '甲物流', uscc: code, townId: town.id }));
    const importId = await look([row('甲物流', { code, industry: '新行业' })]);
    expect(await found(importId)).toEqual([['new', '用人单位名录里已有，这次登记进台账']]);
    await bringIn(desk, importId);
    await takeBack(desk, importId);
    expect(await entries()).toHaveLength(0);
    expect(await sql`select industry from employers where uscc = ${code}`).toEqual([
      { industry: null },
    ]);
  });

  it('never lets an entry go that no import under undo has made', async () => {
    const importId = await look([row('甲厂')]);
    await bringIn(desk, importId);
    const [{ id } = { id: '' }] = await sql`select id from import_rows`;
    expect(await sql`select take_back_entries(array[${id}]::uuid[]) as n`).toEqual([{ n: 0 }]);
  });
});
