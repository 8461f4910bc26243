import { describe, expect, it, test } from 'vitest';
import { reviewEmployers } from './employer-lines';
import { countPasted, pasteProblem } from './pasted';
import { kindOfName, readTreeLines } from './tree-lines';
import { reviewTree, type TakenNumbers, type ThereNode } from './tree-review';

const root: ThereNode = {
  ...{ id: 'r', parentId: null, kind: 'district_federation', name: '临溪县总工会' },
};
const town: ThereNode = { id: 't', parentId: 'r', kind: 'town_federation', name: '溪口镇总工会' };
const home: ThereNode = { id: 'h', parentId: 't', kind: 'online_home', name: '溪口镇网上会员之家' };
const none: TakenNumbers = { areaCodes: [], usccs: [] };
const code = '91350100M000100Y43';

const review = (text: string, there: ThereNode[] = [root], taken = none) =>
  reviewTree(readTreeLines(text), there, taken);
const wordsOf = (text: string, there?: ThereNode[], taken?: TakenNumbers) =>
  review(text, there, taken).lines.map(({ words }) => words);
const hangs = (text: string, there?: ThereNode[]) =>
  review(text, there).lines.map(({ name, below, outcome }) => [name, below, outcome]);

describe('the name of an organisation', () => {
  test.each([
    ['江南街道总工会', 'town_federation'],
    ['桥圩镇工会联合会', 'town_federation'],
    ['溪口镇网上会员之家', 'online_home'],
    ['快递行业工会联合会', 'industry_federation'],
    ['溪口镇园区联合工会', 'joint_union'],
    ['临溪县人民医院', 'partner'],
    ['某食品有限公司工会', 'grassroots_union'],
  ] as const)('%s says that it is a %s', (name, kind) => {
    expect(kindOfName(name)).toBe(kind);
  });
});

describe('a pasted tree', () => {
  it('hangs a line below the one above that is set in less, whatever it is set in with', () => {
    const text = [
      '溪口镇总工会，330800101',
      '\u3000溪口镇网上会员之家',
      '\t某厂工会',
      '    某厂一车间分会',
      '高塘镇总工会  330800102',
    ].join('\n');
    expect(hangs(text)).toEqual([
      ['溪口镇总工会', '临溪县总工会', 'new'],
      ['溪口镇网上会员之家', '溪口镇总工会', 'new'],
      ['某厂工会', '溪口镇总工会', 'new'],
      ['某厂一车间分会', '某厂工会', 'new'],
      ['高塘镇总工会', '临溪县总工会', 'new'],
    ]);
  });

  it('hangs a line below the parent that it names, by full name or by place, in any order of columns', () => {
    const text = [
      '名称\t类型\t上级\t代码',
      '溪口镇总工会\t镇街\t临溪县总工会\t330800101',
      `某厂工会\t基层\t溪口镇总工会\t${code}`,
    ].join('\n');
    const { lines, plan } = review(text);
    expect(lines.map(({ line, below }) => [line, below])).toEqual([
      [2, '临溪县总工会'],
      [3, '溪口镇总工会'],
    ]);
    expect(plan.map(({ below }) => below)).toEqual([{ id: 'r' }, { at: 0 }]);
    expect(plan[1]?.line.uscc).toBe(code);
  });

  it('leaves alone what is there already, which may be the parent of others', () => {
    const text = '临溪县总工会\n 溪口镇总工会\n  某厂工会';
    expect(hangs(text, [root, town])).toEqual([
      ['临溪县总工会', '', 'there'],
      ['溪口镇总工会', '临溪县总工会', 'there'],
      ['某厂工会', '溪口镇总工会', 'new'],
    ]);
    expect(review(text, [root, town]).plan[0]?.below).toEqual({ id: 't' });
  });

  test.each([
    ['溪口镇总工会', '请在后面写上9位行政区划代码'],
    [
      '溪口镇总工会，330800101，办公楼二层',
      '认不出“办公楼二层”，请删掉，或写成类型、上级、区划代码、信用代码',
    ],
    ['某厂工会，别的镇总工会', '找不到上级“别的镇总工会”：要写在这一行上面，或已经建好'],
    ['溪口镇网上会员之家', '网上会员之家不能建在总工会下面'],
    ['厂', '请写全称'],
    [`${'长'.repeat(59)}工会`, '名称最多60个字，请精简'],
  ])('says of “%s” what is wrong with it and what to do', (text, words) => {
    expect(wordsOf(text)).toEqual([words]);
  });

  it('says what is wrong beside others: twice, a second home, a number that is taken', () => {
    expect(wordsOf('某厂工会\n某厂工会')).toEqual(['', '同一个上级下面写了两次']);
    const second = '溪口镇总工会\n 第二网上会员之家';
    expect(wordsOf(second, [root, town, home])).toEqual(['', '这个镇（街道）已有网上会员之家']);
    const taken = { areaCodes: ['330800101'], usccs: [code] };
    expect(wordsOf('溪口镇总工会，330800101', [root], taken)).toEqual([
      '区划代码 330800101 已经有了',
    ]);
    expect(wordsOf(`某厂工会，${code}`, [root], taken)).toEqual([`信用代码 ${code} 已经有了`]);
    expect(wordsOf('甲镇总工会，330800101\n乙镇总工会，330800101')[1]).toContain('已经有了');
  });

  it('plans nothing below a line that is wrong, and says why', () => {
    const { lines, plan } = review('溪口镇总工会\n 某厂工会');
    expect(lines.map(({ words }) => words)).toEqual([
      '请在后面写上9位行政区划代码',
      '上级那一行有错，先改好上级',
    ]);
    expect(plan).toEqual([]);
  });

  it('asks for the full name of a parent that two are named after', () => {
    const twin: ThereNode = { ...town, id: 't2', name: '溪口镇工会' };
    expect(wordsOf('某厂工会，溪口镇工会', [root, town, twin])).toEqual(['']);
    const two = [root, { ...town, name: '中心工会' }, { ...twin, name: '中心总工会' }];
    expect(wordsOf('某厂工会，中心工会', two)).toEqual(['']);
    const same = [root, town, { ...town, id: 't3' }];
    expect(wordsOf('某厂工会，溪口镇总工会', same)).toEqual([
      '有几个“溪口镇总工会”，请写上级的全称',
    ]);
  });
});

const places = [
  { id: 't', name: '溪口镇总工会', isTown: true },
  { id: 'u', name: '溪口镇联合工会', isTown: false },
];
const employers = (rows: string[][], entered = { names: ['老厂'], usccs: [code] }) =>
  reviewEmployers(rows, places, entered);

describe('a pasted list of employers', () => {
  it('reads name first, then code, town, union and head count in any order', () => {
    const [line] = employers([
      ['单位名称'],
      ['某食品有限公司', '120人', '溪口镇联合工会', '溪口镇'],
    ]);
    expect(line).toMatchObject({
      ...{ line: 2, name: '某食品有限公司', outcome: 'new', staffCount: 120, townId: 't' },
      ...{ unionId: 'u', uscc: null, below: '溪口镇联合工会，溪口镇总工会' },
    });
  });

  it('leaves out what is entered already, by its name or its code', () => {
    const lines = employers([['老厂'], ['改了名的厂', code]]);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['there', 'there']);
    expect(countPasted(lines)).toEqual({ new: 0, there: 2, wrong: 0 });
  });

  it.each([
    [['某厂', '别的镇'], '认不出“别的镇”：没有这个镇（街道）或工会，请先建好或改对'],
    [['厂'], '请写单位全称'],
    [['长'.repeat(81)], '名称最多80个字，请精简'],
  ])('says of %j what is wrong with it', (row, words) => {
    expect(employers([row])[0]).toMatchObject({ outcome: 'wrong', words });
  });

  it('says of a code that is none, or stands twice, to look at it again', () => {
    expect(employers([['某厂', '91350100M000100Y44']])[0]?.outcome).toBe('wrong');
    const twice = employers([['甲厂', code], ['乙厂', code], ['甲厂']], { names: [], usccs: [] });
    expect(twice.map(({ words }) => words)).toEqual([
      '',
      '信用代码和上面一行相同，请核对',
      '这份名单里写了两次',
    ]);
  });
});

it('a pasted text is no list when nothing is in it, or more than can be looked at', () => {
  expect(pasteProblem(' \n\n')).toBe('请粘贴名单，一行一个');
  expect(pasteProblem('甲\n'.repeat(500))).toBeNull();
  expect(pasteProblem('甲\n'.repeat(501))).toBe('一次最多 500 行，请分几次粘贴');
});
