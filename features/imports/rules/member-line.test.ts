import { describe, expect, it } from 'vitest';
import { type BookWords, readMemberLine, wordKey } from './member-line';
import { readMemberLines } from './member-lines';

const words: BookWords = {
  today: '2026-06-15',
  youngest: 16,
  occupations: new Map([[wordKey('快递员'), 'courier']]),
  unions: new Map([
    [wordKey('甲厂工会'), { id: 'union' }],
    [wordKey('老厂工会'), { refused: '老厂工会已撤销，请填现在的工会' }],
  ]),
  ownUnion: 'union',
};
const cells = (more: Record<string, string> = {}) => ({
  ...{ name: '黄一', idNumber: '450803199003070029', phone: '13900000001', joinedOn: '2020-05-01' },
  ...more,
});
const read = (more: Record<string, string>, inexact = false) =>
  readMemberLine(2, cells(more), words, inexact);

describe('a row of a book', () => {
  it('without a fault says all that is stored', () => {
    expect(read({ occupation: '快递员', union: '甲厂工会', employerName: '甲厂' })).toEqual({
      ...{ rowNo: 2, name: '黄一', idType: 'resident_id', idNumber: '450803199003070029' },
      ...{ idMasked: '4508**********0029', birthOn: '1990-03-07', sex: 'female' },
      ...{ phone: '13900000001', joinedOn: '2020-05-01', occupationCode: 'courier' },
      ...{ employerName: '甲厂', organisationId: 'union', problems: [] },
    });
  });

  it.each([
    [{ name: '' }, '请填写姓名'],
    [{ idNumber: '450803199003070020' }, '身份证号有一位输错了，请对照证件逐位核对'],
    [{ idType: '学生证' }, '证件类别请从下拉里选，如 居民身份证'],
    [{ phone: '12900000001' }, '手机号不正确，请核对前两位'],
    [{ phone: '0775-4567890' }, '这是座机号码，请填写手机号'],
    [{ joinedOn: '' }, '没有入会日期，请填写'],
    [{ joinedOn: '2026-06-16' }, '入会日期晚于今天，请核对'],
    [{ joinedOn: '1980-01-01' }, '入会日期早于出生日期，请核对'],
    [{ occupation: '宇航员' }, '职业里没有“宇航员”，请从下拉里选'],
    [{ union: '丙厂工会' }, '没有找到工会“丙厂工会”，请写全称或代码'],
    [{ union: '老厂工会' }, '老厂工会已撤销，请填现在的工会'],
    [{ idNumber: '450803201107070029' }, '身份证号有一位输错了，请对照证件逐位核对'],
    [{ employerName: '厂'.repeat(101) }, '工作单位太长，最多 100 个字'],
  ])('with %j says: %s', (more, problem) => {
    expect(read(more).problems).toContain(problem);
  });

  it('without a phone has none, and is no error', () => {
    expect(read({ phone: ' ' })).toMatchObject({ phone: '', problems: [] });
  });

  it('whose document was a number and ends in 000 is for a human, though its check digit is right', () => {
    const lost = { idNumber: '450803199003030000' };
    expect(read(lost).problems).toEqual([]);
    expect(read(lost, true).problems).toEqual([
      '证件号末三位是 000，像被表格软件改过。请对照证件，把这一格改成文本再填',
    ]);
    expect(read({}, true).problems).toEqual([]);
  });
});

describe('the rows of a sheet', () => {
  const row = (name: string, id: string, phone: string) => [name, id, phone, '2020-05-01'];
  const columns = { name: 0, idNumber: 1, phone: 2, joinedOn: 3 };
  const lines = (rows: string[][]) =>
    readMemberLines({ rows: [['姓名'], ...rows], inexact: [], headingRow: 1 }, columns, words);

  it('begin below the headings, leave blank ones out and keep their numbers', () => {
    const found = lines([['', '', '', ''], row('黄一', '450803199003070029', '')]);
    expect(found.map(({ line }) => line.rowNo)).toEqual([3]);
  });

  it('with a document or a phone that stands above name the row above; a wrong row claims neither', () => {
    const found = lines([
      row('黄一', '450803199003070020', '13900000001'),
      row('黄一', '450803199003070029', '13900000001'),
      row('黄一', '450803199003070029', '13900000002'),
      row('黄二', '11010519491231002X', '13900000001'),
    ]);
    expect(found.map(({ sameDocument, samePhone }) => [sameDocument, samePhone])).toEqual([
      [null, null],
      [null, null],
      [3, null],
      [null, 3],
    ]);
  });
});
