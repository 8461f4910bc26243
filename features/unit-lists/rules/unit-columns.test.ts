import { describe, expect, it, test } from 'vitest';
import { findHeadings, guessColumns } from './unit-columns';
import { isFixable, notesOf } from './unit-list';
import { unitListHref } from './unit-list-href';
import { correctRows, linesAgain, listContent, readUnitRows, unitLineOf } from './unit-rows';

describe('the headings of a list', () => {
  const columns = (cells: string[], forChildren = false) =>
    findHeadings([cells], forChildren)?.columns ?? null;

  test.each([
    [['姓名', '孩子手机', '手机'], { name: 0, phone: 2, child: -1 }],
    [['姓名', '紧急联系手机', '本人手机号码（必填）'], { name: 0, phone: 2, child: -1 }],
    [['姓名', '联系电话', '手机'], { name: 0, phone: 2, child: -1 }],
    [['姓名', '办公电话', '联系电话'], { name: 0, phone: 2, child: -1 }],
    [['姓名', '办公电话'], { name: 0, phone: 1, child: -1 }],
    [['职工姓名', '手机', '姓名'], { name: 0, phone: 1, child: -1 }],
    [['手机', '学生姓名'], { name: 1, phone: 0, child: -1 }],
  ])('%j are read as %j', (cells, expected) => expect(columns(cells)).toEqual(expected));

  test.each([
    [['家长姓名', '手机', '姓名'], { name: 0, phone: 1, child: 2 }],
    [['姓名', '手机', '家长姓名'], { name: 2, phone: 1, child: 0 }],
    [['家长姓名', '手机', '孩子姓名'], { name: 0, phone: 1, child: 2 }],
    [['姓名', '手机', '孩子姓名'], { name: 0, phone: 1, child: 2 }],
    [['孩子姓名', '手机'], { name: -1, phone: 1, child: 0 }],
  ])('%j of a list with children are read as %j', (cells, expected) => {
    expect(columns(cells, true)).toEqual(expected);
  });

  test.each([
    [['姓名', '微信联系方式']],
    [['姓名', '身份证号', '银行卡号']],
    [['姓名', '部门']],
    [['手机号', '部门']],
    [['陈一帆', '13900000001']],
  ])('are not the row %j', (cells) => expect(columns(cells)).toBeNull());

  it('may stand below a title, among the first ten rows', () => {
    const title = (n: number) => [...Array.from({ length: n }, () => ['名单']), ['姓名', '手机']];
    expect(findHeadings(title(9), false)?.at).toBe(9);
    expect(findHeadings(title(10), false)).toBeNull();
  });
});

describe('a line without headings', () => {
  test.each([
    [['0775-4567890', '13900000001', '陈一帆'], { name: 2, phone: 1, child: -1 }],
    [['450803199003070029', '陈一帆', '0775-4567890'], { name: 1, phone: 2, child: -1 }],
    [['1', '陈一帆', '+86 139-0000-0001', '陈小禾'], { name: 1, phone: 2, child: 3 }],
    [['13900000001', ''], { name: -1, phone: 0, child: -1 }],
    [['陈一帆', '陈小禾'], { name: 0, phone: -1, child: 1 }],
    [[''], { name: -1, phone: -1, child: -1 }],
  ])('%j holds the name, the phone and the child at %j', (row, columns) => {
    expect(guessColumns(row)).toEqual(columns);
  });
});

describe('a line of a list', () => {
  const read = (row: string[], forChildren = false) => readUnitRows([row], forChildren)[0];

  it('keeps a long name of several parts whole, and a child’s too', () => {
    const long = '阿卜杜热合曼·买买提·艾力·托合提';
    expect(read([long, '13900000001'])).toMatchObject({ name: long, words: '' });
    expect(read(['陈一帆', '13900000001', long], true)).toMatchObject({ child: long, words: '' });
  });

  it('reads the mobile beside a second number, and asks where the digits run together', () => {
    expect(read(['陈一帆', '13900000001 123456789012'])?.phone).toBe('13900000001');
    expect(read(['陈一帆', '13900000001 1234567890123'])?.words).not.toBe('');
  });

  it('says what is wrong with it before it says that it repeats another', () => {
    const [, second] = readUnitRows(
      [
        ['陈一帆', '13900000001'],
        ['😀', '13900000001'],
      ],
      false,
    );
    expect(second?.words).toContain('姓名请照证件填写');
  });

  it('with a mark of the list in a cell is shown so that it can be read again', () => {
    const odd = read(['陈,一帆', '13900000001']);
    if (!odd) throw new Error('no row');
    expect(unitLineOf(odd, false)).toBe('"陈,一帆"，13900000001');
  });

  it('that is read well keeps no second text beside it', () => {
    expect(read(['陈一帆', '13900000001'])?.typed).toBe('');
    expect(read(['陈一帆', '139'])?.typed).toBe('陈一帆，139');
  });

  it('typed anew in its shown order names the child although no phone is in it', () => {
    const wrong = read(['陈一帆', '139', '陈小禾'], true);
    if (!wrong) throw new Error('no row');
    const [again] = correctRows([wrong], new Map([[1, '陈一凡，138，陈小荷']]), true);
    expect(again).toMatchObject({ name: '陈一凡', phone: '138', child: '陈小荷' });
  });

  it('of spaces alone is no line, and says what is missing', () => {
    const good = read(['陈一帆', '13900000001']);
    if (!good) throw new Error('no row');
    expect(correctRows([good], new Map([[1, ' ']]), false)[0]?.words).toContain('请填写姓名');
  });
});

describe('a list as text', () => {
  const rows = (forChildren: boolean) =>
    readUnitRows(
      [
        ['陈一帆', '13900000001', '陈小禾'],
        ['罗大满', '13900000002', '罗小满'],
      ],
      forChildren,
    );

  it('has headings only where a child is named, and all of them even when it is empty', () => {
    expect(linesAgain(rows(false), false)).toBe('陈一帆，13900000001\n罗大满，13900000002');
    expect(linesAgain(rows(true), true)).toBe(
      '姓名，手机号，孩子姓名\n陈一帆，13900000001，陈小禾\n罗大满，13900000002，罗小满',
    );
    expect(linesAgain([], true)).toBe('姓名，手机号，孩子姓名');
    expect(linesAgain([], false)).toBe('');
  });

  it('is the same list whatever its order, and another with another child or phone', () => {
    const list = rows(true);
    expect(listContent(list)).toBe(listContent(list.toReversed()));
    expect(listContent(list)).not.toBe(
      listContent(list.map((row) => ({ ...row, child: '罗小满' }))),
    );
    expect(listContent(list)).not.toBe(listContent(list.slice(1)));
  });
});

describe('the page of a list', () => {
  it('stands under its address with the outcome that is looked at', () => {
    expect(unitListHref('l', {})).toBe('/desk/unit-lists/l?after=0');
    expect(unitListHref('l', { outcome: 'invalid', after: 40 })).toBe(
      '/desk/unit-lists/l?after=40&outcome=invalid',
    );
  });

  it('has a field for what can be put right in the line', () => {
    const outcomes = ['ready', 'offered', 'waitlisted', 'full'] as const;
    expect(outcomes.some(isFixable)).toBe(false);
    expect(
      (['invalid', 'not_in_unit', 'duplicate', 'invited', 'ineligible'] as const).every(isFixable),
    ).toBe(true);
  });

  it('notes only what was left out', () => {
    expect(notesOf({ rows: 0, columns: 0, sheets: 0 }, 0)).toEqual({});
    expect(notesOf(null, 1)).toEqual({ cleaned: 1 });
    expect(notesOf({ rows: 2, columns: 1, sheets: 0 }, 0)).toEqual({
      hiddenRows: 2,
      hiddenColumns: 1,
    });
  });
});
