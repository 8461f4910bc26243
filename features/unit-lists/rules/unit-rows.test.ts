import { describe, expect, it } from 'vitest';
import { correctRows, readUnitRows as readRows, unitLineOf } from './unit-rows';

describe('a line typed anew in its row', () => {
  const rows = readRows(
    [
      ['陈一帆', '13900000001'],
      ['罗小满', '1390000', '三车间'],
      ['陈一帆', '13900000001'],
    ],
    false,
  );
  const typed = (...lines: [number, string][]) => correctRows(rows, new Map(lines), false);

  it('begins as it was pasted, nothing of it lost', () => {
    expect(rows.map((row) => unitLineOf(row, false))).toEqual([
      '陈一帆，13900000001',
      '罗小满，1390000，三车间',
      '陈一帆，13900000001',
    ]);
  });

  it.each([
    '罗小满，13900000002',
    '罗小满 13900000002',
    '13900000002,罗小满',
    '2. 罗小满 13900000002',
  ])('is read in whatever order and marks: %s', (line) => {
    expect(typed([2, line])[1]).toMatchObject({
      rowNo: 2,
      name: '罗小满',
      phone: '13900000002',
      words: '',
    });
  });

  it('that is still wrong says so and stays as typed', () => {
    const [, again] = typed([2, '罗小满，139-0000']);
    expect(again).toMatchObject({ words: '手机号应为11位，请核对', typed: '罗小满，139-0000' });
    expect(again && unitLineOf(again, false)).toBe('罗小满，139-0000');
  });

  it('is held against the good ones, and frees a line that repeated it', () => {
    expect(typed([2, '陈一帆，13900000001'])[1]?.words).toBe('和第 1 行重复');
    expect(typed([1, '罗小满，13900000002']).map((row) => row.words)).toEqual([
      '',
      '手机号应为11位，请核对',
      '',
    ]);
  });

  it('is gone when it is emptied, and as it was when left as shown', () => {
    expect(typed([2, '']).map((row) => row.rowNo)).toEqual([1, 3]);
    expect(typed([2, '罗小满，1390000，三车间'])).toEqual(rows);
  });

  it('names a child in its third part', () => {
    const [of] = readRows(
      [
        ['家长姓名', '手机号', '孩子姓名'],
        ['陈一帆', '139', '陈小禾'],
      ],
      true,
    );
    if (!of) throw new Error('no row');
    expect(unitLineOf(of, true)).toBe('陈一帆，139，陈小禾');
    const [again] = correctRows([of], new Map([[2, '陈一帆，13900000001，陈小禾']]), true);
    expect(again).toMatchObject({ name: '陈一帆', child: '陈小禾', words: '' });
  });
});
