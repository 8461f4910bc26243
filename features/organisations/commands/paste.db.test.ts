import { beforeEach, describe, expect, it } from 'vitest';
import { anOfficer } from '@/db/factories/accounts';
import { arrange, as } from '@/db/factories/arrange';
import { anOrganisation } from '@/db/factories/organisations';
import { aUscc } from '@/db/factories/uscc';
import { resetDb, sqlAsOwner } from '@/db/testing';
import type { AccountActor } from '@/lib/actor';
import { lookThroughEmployers, lookThroughTree } from './look-through-paste';
import { pasteEmployers } from './paste-employers';
import { pasteTree } from './paste-tree';

let root: string;
let officers: Record<'district' | 'town' | 'viewer', AccountActor>;
const code = aUscc('91', 77);

const tree = [
  '溪口镇总工会，330800101',
  '  溪口镇网上会员之家',
  `  某厂工会，${code}`,
  '    一车间分会',
  '高塘镇总工会，330800102',
].join('\n');

beforeEach(async () => {
  await resetDb();
  await arrange(async (tx) => {
    root = (await anOrganisation(tx, { kind: 'district_federation', name: '临溪县总工会' })).id;
    const town = await anOrganisation(tx, {
      ...{ kind: 'town_federation' as const, name: '旧镇总工会', areaCode: '330800199' },
      parentId: root,
    });
    officers = {
      district: (await anOfficer(tx, 'organisation_officer', root)).actor,
      town: (await anOfficer(tx, 'town_admin', town.id)).actor,
      viewer: (await anOfficer(tx, 'viewer', root)).actor,
    };
  });
});

const count = async (table: 'organisations' | 'employers') =>
  (await sqlAsOwner()`select count(*)::int as n from ${sqlAsOwner()(table)}`)[0]?.n;

async function looked(pasted: string, actor = officers.district) {
  const seen = await lookThroughTree(as(actor), { pasted });
  if (!seen.ok) throw new Error(seen.reason);
  return seen.value;
}

describe('a tree that is pasted', () => {
  it('is looked through without writing anything, then written whole, each with its code and its line', async () => {
    const before = await count('organisations');
    const { sure, lines } = await looked(tree);
    expect(lines.map(({ outcome }) => outcome)).toEqual(Array(5).fill('new'));
    expect(await count('organisations')).toBe(before);
    expect(await pasteTree(as(officers.district), { pasted: tree, sure })).toEqual({
      ...{ ok: true, value: { made: 5 } },
    });
    const rows = await sqlAsOwner()`
      select o.name, p.name as below, t.name as town, o.uscc, o.area_code, length(o.join_code) as code
      from organisations o join organisations p on p.id = o.parent_id left join organisations t on t.id = o.town_id
      where o.name <> '旧镇总工会' order by o.id`;
    const made = { uscc: null, area_code: null, code: 6 };
    const inTown = { ...made, town: '溪口镇总工会' };
    const [first, last] = ['溪口镇总工会', '高塘镇总工会'];
    expect(rows).toEqual([
      { ...inTown, name: first, below: '临溪县总工会', area_code: '330800101' },
      { ...inTown, name: '溪口镇网上会员之家', below: first },
      { ...inTown, name: '某厂工会', below: first, uscc: code },
      { ...inTown, name: '一车间分会', below: '某厂工会' },
      { ...made, name: last, below: '临溪县总工会', town: last, area_code: '330800102' },
    ]);
    const [ledger] = await sqlAsOwner()`
      select count(*)::int as n from audit_entries where action = 'create_organisation'`;
    expect(ledger?.n).toBe(5);
  });

  it('is not written twice: a second click finds that what was seen has changed', async () => {
    const { sure } = await looked(tree);
    await pasteTree(as(officers.district), { pasted: tree, sure });
    const again = await pasteTree(as(officers.district), { pasted: tree, sure });
    expect(again).toMatchObject({ ok: false, reason: 'changed' });
    const seen = await looked(tree);
    expect(seen.lines.every(({ outcome }) => outcome === 'there')).toBe(true);
    expect(await pasteTree(as(officers.district), { pasted: tree, sure: seen.sure })).toMatchObject(
      { ok: false, reason: 'nothing_new' },
    );
  });

  it('is written by one of two who send it at once, and by the other not at all', async () => {
    const { sure } = await looked(tree);
    const send = () => pasteTree(as(officers.district), { pasted: tree, sure });
    const both = await Promise.all([send(), send()]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await count('organisations')).toBe(7);
  });

  it('with one wrong line, or another text than was seen, is not written at all', async () => {
    const wrong = `${tree}\n第三镇总工会`;
    const { sure, lines } = await looked(wrong);
    expect(lines.at(-1)).toMatchObject({ line: 6, outcome: 'wrong' });
    const send = (pasted: string) => pasteTree(as(officers.district), { pasted, sure });
    expect(await send(wrong)).toMatchObject({ ok: false, reason: 'wrong_lines' });
    expect(await send(tree)).toMatchObject({ ok: false, reason: 'changed' });
    expect(await count('organisations')).toBe(2);
  });

  it('is refused to who does not manage the tree, and as no list', async () => {
    await expect(looked(tree, officers.viewer)).rejects.toThrow('not allowed');
    const sure = '0'.repeat(64);
    await expect(pasteTree(as(officers.town), { pasted: tree, sure })).rejects.toThrow(
      'not allowed',
    );
    expect(await lookThroughTree(as(officers.district), { pasted: '\n' })).toMatchObject({
      ...{ ok: false, reason: 'bad_list' },
      fieldErrors: { pasted: '请粘贴名单，一行一个' },
    });
  });
});

describe('employers that are pasted', () => {
  const paste = async (actor: AccountActor, pasted: string) => {
    const seen = await lookThroughEmployers(as(actor), { pasted });
    if (!seen.ok) throw new Error(seen.reason);
    return pasteEmployers(as(actor), { pasted, sure: seen.value.sure });
  };

  it('are entered all at once, and not again when the list comes a second time', async () => {
    const pasted = `单位名称\t信用代码\t镇街\n某食品有限公司\t${code}\t旧镇\n某物流有限公司\t\t旧镇`;
    expect(await paste(officers.district, pasted)).toEqual({ ok: true, value: { made: 2 } });
    expect(await paste(officers.district, pasted)).toMatchObject({ reason: 'nothing_new' });
    const rows = await sqlAsOwner()`
      select e.name, e.uscc, t.name as town, e.initials from employers e
      left join organisations t on t.id = e.town_id order by e.id`;
    expect(rows).toEqual([
      { name: '某食品有限公司', uscc: code, town: '旧镇总工会', initials: expect.any(String) },
      { name: '某物流有限公司', uscc: null, town: '旧镇总工会', initials: expect.any(String) },
    ]);
  });

  it('are a town’s officer’s to enter in the own town only', async () => {
    expect(await paste(officers.town, '某食品有限公司，旧镇')).toMatchObject({ ok: true });
    expect(await paste(officers.town, '某物流有限公司')).toMatchObject({ reason: 'wrong_lines' });
    await expect(paste(officers.viewer, '某物流有限公司')).rejects.toThrow('not allowed');
    expect(await count('employers')).toBe(1);
  });
});
