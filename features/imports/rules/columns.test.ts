import { describe, expect, it } from 'vitest';
import { bookFields } from './books';
import { findHeadingRow, missingColumns, proposeColumns } from './columns';
import { readDay } from './dates';
import { massChange } from './mass-change';

const fields = bookFields.members;

describe('the row of headings', () => {
  it('is found below a title and below a row of headings over several columns', () => {
    const rows = [
      ['2026年会员花名册', '', '', ''],
      ['序号', '基本信息', '基本信息', '入会'],
      ['序号', '姓名*', '身份证号（必填）', '入会时间'],
      ['1', '黄一', '450803', '2020-01-01'],
    ];
    expect(findHeadingRow(rows, fields)).toBe(2);
  });

  it('is none where the first row has one known heading only', () => {
    const rows = [
      ['单位名称', '规模'],
      ['甲厂', '大'],
    ];
    expect(findHeadingRow(rows, fields)).toBeNull();
  });

  it('is none in a sheet of something else', () => {
    expect(
      findHeadingRow(
        [
          ['项目', '金额'],
          ['电费', '12'],
        ],
        fields,
      ),
    ).toBeNull();
  });
});

describe('proposed columns', () => {
  it('are those of known headings, whatever is added to them', () => {
    expect(
      proposeColumns(['序号', '姓 名', '身份证号码：', '手机号码(必填)', '入会日期'], fields),
    ).toEqual({
      ...{ name: 1, idNumber: 2, phone: 3, joinedOn: 4 },
    });
  });

  it('are first those that the union confirmed last', () => {
    const remembered = { employerName: '部门', joinedOn: '参加时间' };
    expect(proposeColumns(['姓名', '部门', '单位', '参加时间'], fields, remembered)).toEqual({
      ...{ name: 0, employerName: 1, joinedOn: 3 },
    });
  });

  it('that are missing are named by what must be there', () => {
    expect(missingColumns({ name: 0 }, fields)).toEqual(['证件号码', '入会日期']);
  });
});

describe('a day of a workbook', () => {
  it.each([
    ['2019-05-01', '2019-05-01'],
    ['2019/5/1', '2019-05-01'],
    ['2019.5.1', '2019-05-01'],
    ['2019年5月1日', '2019-05-01'],
    ['2019年5月', '2019-05-01'],
    ['20190501', '2019-05-01'],
    ['２０１９－０５－０１', '2019-05-01'],
    ['2019-05-01 00:00:00', '2019-05-01'],
    ['43586', '2019-05-01'],
    ['2019-02-30', null],
    ['去年', null],
    ['', null],
  ])('written as %j is %s', (raw, on) => {
    expect(readDay(raw)).toBe(on);
  });
});

describe('a change of many rows', () => {
  it('is asked about from the share of the setting on, and below it is not', () => {
    const phones = [{ field: 'phone', rows: 30 }];
    expect(massChange('members', phones, 100, 30)).toEqual({
      label: '手机号',
      changed: 30,
      percent: 30,
    });
    expect(massChange('members', phones, 101, 30)).toBeNull();
    expect(massChange('members', [], 100, 30)).toBeNull();
  });
});
