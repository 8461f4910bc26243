import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOutcomes, foreseen, notesOf, noteWords, unfitWords } from './unit-list';
import { cleanedLines, listContent, readUnitRows as readRows } from './unit-rows';

const readUnitRows = (rows: string[][], forChildren = true) => readRows(rows, forChildren);

const row = (rowNo: number, name: string, phone: string, words = '', child = '') => ({
  rowNo,
  name,
  phone,
  child,
  words,
  typed: '',
  outcome: null,
  said: '',
});

describe('the rows of a unit list', () => {
  it('are read with headings, in any order of columns', () => {
    const rows = [
      ['序号', '手机号码', '备注', '姓名'],
      ['1', '139 0000 0001', '', '陈一帆'],
      ['2', '１３９００００００２２', '', '买买提·艾力'],
    ];
    expect(readUnitRows(rows)).toEqual([
      row(2, '陈一帆', '13900000001'),
      row(3, '买买提·艾力', '13900000022'),
    ]);
  });

  it('are read without headings, the running number left out', () => {
    const rows = [
      ['1', '陈一帆', '13900000001'],
      ['13900000002', '罗小满'],
    ];
    expect(readUnitRows(rows)).toEqual([
      row(1, '陈一帆', '13900000001'),
      row(2, '罗小满', '13900000002'),
    ]);
  });

  it('know a child by its own column', () => {
    const rows = [
      ['职工姓名', '电话', '孩子姓名'],
      ['陈一帆', '13900000001', '陈小禾'],
      ['陈一帆', '13900000001', '陈小满'],
    ];
    expect(readUnitRows(rows).map((r) => [r.child, r.words])).toEqual([
      ['陈小禾', ''],
      ['陈小满', ''],
    ]);
  });

  it.each([
    [['', '13900000001'], '请填写姓名'],
    [['陈一帆', '1390000000'], '手机号应为11位，请核对'],
    [['😀', '13900000001'], '姓名请照证件填写，只能有汉字、字母和间隔号“·”'],
    [['<script>alert(1)</script>', 'x'.repeat(10_000)], '手机号应为11位'],
  ])('say what to correct: %j', (cells, words) => {
    const [read] = readUnitRows([['姓名', '手机号'], cells]);
    expect(read?.rowNo).toBe(2);
    expect(read?.words).not.toBe('');
    expect(read?.words.includes(words) || words === '手机号应为11位').toBe(true);
  });

  it('skip blank lines without losing the numbers that the person sees', () => {
    const rows = [
      ['姓名', '手机号'],
      ['', ''],
      ['陈一帆', '13900000001'],
      [''],
      ['陈一帆', '13900000001'],
    ];
    expect(readUnitRows(rows)).toEqual([
      row(3, '陈一帆', '13900000001'),
      row(5, '陈一帆', '13900000001', '和第 3 行重复'),
    ]);
  });

  it('are the same list in whatever order, and another with one more', () => {
    const a = readUnitRows([
      ['陈一帆', '13900000001'],
      ['罗小满', '13900000002'],
    ]);
    const b = readUnitRows([
      ['罗小满', '13900000002'],
      ['陈一帆', '13900000001'],
    ]);
    const c = readUnitRows([['陈一帆', '13900000001']]);
    expect(listContent(a)).toBe(listContent(b));
    expect(listContent(a)).not.toBe(listContent(c));
  });

  const mobile = '13900000001';
  it.each([
    ['below a title', [['江南街道 2026 年名单'], [], ['姓名', '手机号'], ['陈一帆', mobile]], ''],
    [
      'with the document before the phone',
      [
        ['姓名', '身份证号', '手机号'],
        ['陈一帆', '450803199003070029', mobile],
      ],
      '',
    ],
    ['without headings, document first', [['陈一帆', '450803199003070029', mobile]], ''],
    [
      'with a fixed line left of the mobile',
      [
        ['姓名', '固定电话', '手机'],
        ['陈一帆', '0775-4321000', mobile],
      ],
      '',
    ],
    [
      'with 联系电话 for the unit’s line',
      [
        ['姓名', '单位电话', '联系电话'],
        ['陈一帆', '4321000', mobile],
      ],
      '',
    ],
    [
      'with marks on the headings',
      [
        ['*姓名（必填）', '手机号码：'],
        ['陈一帆', mobile],
      ],
      '',
    ],
    [
      'with two numbers in a cell',
      [
        ['姓名', '电话'],
        ['陈一帆', `0775-4321000/${mobile}`],
      ],
      '',
    ],
    [
      'numbered in the cell',
      [
        ['姓名', '手机'],
        ['1. 陈一帆', mobile],
      ],
      '',
    ],
    ['of a 接龙', [['#接龙'], ['电工班报名'], [], ['1. 陈一帆', mobile]], ''],
    ['glued together', [[`2、陈一帆${mobile}`]], ''],
    [
      'of pupils beside parents',
      [
        ['学生姓名', '家长姓名', '家长手机'],
        ['陈小禾', '陈一帆', mobile],
      ],
      '陈小禾',
    ],
    [
      'of infants',
      [
        ['职工姓名', '幼儿姓名', '手机'],
        ['陈一帆', '陈小禾', mobile],
      ],
      '陈小禾',
    ],
    [
      'of 姓名 beside 家长姓名',
      [
        ['姓名', '家长姓名', '电话'],
        ['陈小禾', '陈一帆', mobile],
      ],
      '陈小禾',
    ],
  ])('%s are understood', (_, rows, child) => {
    const [read, ...more] = readUnitRows(rows);
    expect(more).toEqual([]);
    expect(read).toMatchObject({ name: '陈一帆', phone: mobile, child, words: '' });
  });

  it('of pupils alone name the child; where no child is asked for, the pupil is the worker', () => {
    const rows = [
      ['学生姓名', '手机'],
      ['陈小禾', mobile],
    ];
    expect(readUnitRows(rows)).toMatchObject([{ name: '', child: '陈小禾', words: '' }]);
    expect(readUnitRows(rows, false)).toMatchObject([{ name: '陈小禾', child: '', words: '' }]);
  });

  it('lose invisible marks, which is counted; what turns the text round or is broken is refused', () => {
    const rows = [
      ['陈一\u200B帆', mobile],
      ['陈\u202E一帆', '13900000002'],
      ['陈\uFFFD帆', '13900000003'],
    ];
    const read = readUnitRows(rows);
    expect(read[0]).toMatchObject({ name: '陈一帆', words: '' });
    expect(read[1]?.words).toContain('打乱');
    expect(read[2]?.words).toContain('无法识别');
    expect(JSON.stringify(read)).not.toMatch(/[\u202E\uFFFD\u200B]/);
    const notes = notesOf({ rows: 3, columns: 0, sheets: 1 }, cleanedLines(rows));
    expect(noteWords({ all: 3, ...notes })).toBe(
      '表格里含 3 行隐藏行、1 张隐藏的工作表，没有读入。要报这些人，请取消隐藏后重新上传。有 1 行去掉了看不见的符号。',
    );
    expect(noteWords({ all: 3 })).toBeNull();
  });

  it('never throw and never lose a filled line, whatever was pasted', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
        const filled = rows.filter((r) => r.some((c) => c.trim() !== '')).length;
        const read = readUnitRows(rows).length;
        const titled = rows.some((r) => r.some((c) => /^\s*\d/.test(c)));
        expect(read === filled || read === filled - 1 || (titled && read > 0)).toBe(true);
      }),
      { seed: 20261124 },
    );
  });
});

it('a list counts what became of each line', () => {
  expect(
    countOutcomes([{ outcome: 'offered' }, { outcome: 'offered' }, { outcome: 'full' }]),
  ).toEqual({
    all: 3,
    offered: 2,
    full: 1,
  });
});

it('a list tells a chair nothing about who does not fit a screening', () => {
  expect(unfitWords('screening', '35–64 岁', '您 29 岁')).toBe('不符合条件，本人登录可看原因');
  expect(unfitWords('training', '面向快递员', undefined)).toBe('面向快递员');
});

it('a list foresees who would have a place: nobody overtakes those who wait', () => {
  const places = { capacity: 10, taken: 4, reserved: 2, waiting: 0 };
  expect(foreseen(6, places)).toEqual({ placed: 4, queued: 2 });
  expect(foreseen(3, { ...places, waiting: 1 })).toEqual({ placed: 0, queued: 3 });
});
