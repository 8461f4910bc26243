import { describe, expect, it, test } from 'vitest';
import type { CarveOutCriteria } from '@/features/places/schema/carve-outs';
import { grantUnitPlaces } from './unit-grant';
import { canMoveUnitList } from './unit-list';
import { correctRows, linesAgain, listContent, readUnitRows, unitLineOf } from './unit-rows';

const read = (lines: string[][], forChildren = false) => readUnitRows(lines, forChildren);

describe('a line with more than it should hold', () => {
  test.each([
    ['one cell with both', ['1. 张三13900000001'], '张三', '13900000001', ''],
    ['a word beside the phone', ['张三', '13900000001 微信同号'], '张三', '13900000001', ''],
    ['an extension beside the phone', ['张三', '13900000001转12'], '张三', '13900000001', ''],
    [
      'two phones',
      ['张三', '13900000001 13900000002'],
      '张三',
      '13900000001 13900000002',
      '手机号',
    ],
    ['a number before the name', ['12、张三', '13900000001'], '张三', '13900000001', ''],
  ])('is read: %s', (_what, cells, name, phone, words) => {
    const [row] = read([cells]);
    expect([row?.name, row?.phone]).toEqual([name, phone]);
    expect(row?.words).toContain(words);
    expect(row?.words === '').toBe(words === '');
  });
});

describe('a pasted list', () => {
  it('with a title above its numbered lines begins at the first of them', () => {
    const rows = read([['电工班报名'], ['1. 张三', '13900000001'], ['2. 李四', '13900000002']]);
    expect(rows.map(({ rowNo, name }) => [rowNo, name])).toEqual([
      [2, '张三'],
      [3, '李四'],
    ]);
  });

  it('keeps a first line without a number when that holds a phone', () => {
    const rows = read([
      ['张三', '13900000001'],
      ['2. 李四', '13900000002'],
    ]);
    expect(rows.map(({ name }) => name)).toEqual(['张三', '李四']);
  });

  it('skips blank lines and says where the same person stands first', () => {
    const rows = read([
      ['张三', '13900000001'],
      ['', ' '],
      ['张三', '13900000001'],
      ['李四', '13900000001'],
    ]);
    expect(rows.map(({ rowNo, words }) => [rowNo, words])).toEqual([
      [1, ''],
      [3, '和第 1 行重复'],
      [4, '和第 1 行重复'],
    ]);
  });

  it('is read to the same rows from what it writes to be pasted again', () => {
    const plain = read([
      ['张三', '13900000001'],
      ['李四', '13900000002'],
    ]);
    expect(linesAgain(plain, false)).toBe('张三，13900000001\n李四，13900000002');
    const family = read(
      [
        ['姓名', '手机号', '孩子姓名'],
        ['张三', '13900000001', '张小三'],
      ],
      true,
    );
    expect(linesAgain(family, true)).toBe('姓名，手机号，孩子姓名\n张三，13900000001，张小三');
    const pupils = read(
      [
        ['手机号', '孩子姓名'],
        ['13900000001', '张小三'],
      ],
      true,
    );
    expect(linesAgain(pupils, true)).toBe('手机号，孩子姓名\n13900000001，张小三');
    expect(linesAgain([], false)).toBe('');
  });

  it('is the same list in any order, and another with one more who fits', () => {
    const [a, b] = [
      ['张三', '13900000001'],
      ['李四', '13900000002'],
    ];
    expect(listContent(read([a, b]))).toBe(listContent(read([b, a])));
    expect(listContent(read([a, b]))).not.toBe(listContent(read([a])));
    expect(listContent(read([a, ['王五', '12345']]))).toBe(listContent(read([a])));
  });
});

describe('a line in its own field', () => {
  it('stands as it was pasted while there is something to correct, else as it was read', () => {
    const [fine, wrong] = read([
      ['张三', '13900000001'],
      ['李四', '1390000'],
    ]);
    expect(fine && unitLineOf(fine, false)).toBe('张三，13900000001');
    expect(wrong && unitLineOf(wrong, false)).toBe('李四，1390000');
    const [pupil] = read(
      [
        ['手机号', '孩子姓名'],
        ['13900000001', '张小三'],
      ],
      true,
    );
    expect(pupil && unitLineOf(pupil, true)).toBe('13900000001，张小三');
    const [child] = read([['张三', '13900000001', '张小三']], true);
    expect(child && unitLineOf(child, true)).toBe('张三，13900000001，张小三');
  });

  it('is read anew when it was changed, left when it was not, and gone when it was emptied', () => {
    const rows = read([
      ['张三', '13900000001'],
      ['李四', '1390000'],
      ['王五', '13900000003'],
    ]);
    const typed = new Map([
      [1, '张三，13900000001'],
      [2, '李四，13900000002'],
      [3, ''],
    ]);
    const corrected = correctRows(rows, typed, false);
    expect(corrected.map(({ name, phone, words }) => [name, phone, words])).toEqual([
      ['张三', '13900000001', ''],
      ['李四', '13900000002', ''],
    ]);
    // In the order that it was shown, although nothing in it looks like a phone.
    const [still] = correctRows(rows.slice(1, 2), new Map([[2, '李四，不知道']]), false);
    expect([still?.name, still?.phone]).toEqual(['李四', '不知道']);
    expect(still?.words).toContain('手机号');
  });
});

describe('places for the lines of a list', () => {
  const criteria: CarveOutCriteria = { newFormOnly: true, occupations: [], organisationIds: [] };
  const stock = (capacity: number, reserved: number, waiting = 0) => ({
    places: { capacity, taken: 0, waiting, reserved, overridden: 0, queueNext: waiting + 1 },
    carveOuts: [{ id: 'c', capacity: reserved, taken: 0, returnedAt: null, criteria }],
  });
  const member = (isNewForm: boolean) => ({ occupationCode: 'x', isNewForm, unionPath: [] });
  const grant = (fits: boolean[], from = stock(3, 1), most?: number) =>
    grantUnitPlaces(from, fits, member, most);

  it('go to its lines in order: kept ones to their group, open ones, then the queue', () => {
    const { grants, stock: after } = grant([false, true, false, true, false]);
    expect(grants.map(({ status, queueNo, carveOutId }) => [status, queueNo, carveOutId])).toEqual([
      ['offered', null, null],
      ['offered', null, 'c'],
      ['offered', null, null],
      ['waitlisted', 1, null],
      ['waitlisted', 2, null],
    ]);
    expect(after.places).toMatchObject({ taken: 3, reserved: 0, waiting: 2, queueNext: 3 });
    expect(after.carveOuts[0]?.taken).toBe(1);
  });

  it('pass nobody by who waits already, and end where the queue is full', () => {
    expect(grant([false], stock(3, 0, 1)).grants[0]).toMatchObject({
      status: 'waitlisted',
      queueNo: 2,
    });
    const { grants } = grant([false, false, false], stock(1, 0), 1);
    expect(grants.map(({ status }) => status)).toEqual(['offered', 'waitlisted', 'full']);
    expect(grant([], stock(1, 0)).grants).toEqual([]);
  });

  it('are told apart by who stands in the line, whom the grant names again', () => {
    const { grants } = grant([true, false]);
    expect(grants.map(({ fit }) => fit)).toEqual([true, false]);
  });
});

it('a list is handed in once, and taken back once', () => {
  expect(canMoveUnitList('draft', 'submitted')).toBe(true);
  expect(canMoveUnitList('submitted', 'undone')).toBe(true);
  expect(canMoveUnitList('draft', 'undone')).toBe(false);
  expect(canMoveUnitList('undone', 'submitted')).toBe(false);
});
