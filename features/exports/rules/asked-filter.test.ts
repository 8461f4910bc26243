import { describe, expect, it } from 'vitest';
import { registerFilter } from '@/features/employer-register/schema/entry';
import { memberFilter } from '@/features/members/schema/members';
import { askedOf, isMisread, searchOf } from './asked-filter';
import { apartFromColumns, inListOrder, withColumns } from './chosen-columns';

const lost = (address: string, filter: typeof memberFilter | typeof registerFilter) => {
  const search = searchOf(new URLSearchParams(address));
  const { page: _p, after: _a, ...shape } = { page: 0, after: 0, ...filter.shape };
  return isMisread(search, filter.parse(search), Object.keys(shape));
};

describe('the filter of an exported list', () => {
  it.each(['town=nowhere', 'union=', 'from=2024-02-30&to=2024-03-01', 'newForm=2', 'q=黄秀英'])(
    'of members is misread where %s loses something',
    (address) => {
      expect(lost(address, memberFilter)).toBe(address !== 'union=');
    },
  );

  it('is read where it says nothing, another page, or what the list does not know', () => {
    for (const address of ['', 'q=&town=', 'page=7', 'after=odd', 'done=1', 'newForm=1'])
      expect(lost(address, memberFilter), address).toBe(false);
  });

  it('has words for things as they are cleaned, and a state that exists', () => {
    expect(lost('q=+物流+&status=found', registerFilter)).toBe(true);
    expect(lost('q=+物流+', registerFilter)).toBe(false);
    expect(lost('view=odd', registerFilter)).toBe(true);
  });
});

describe('the address of an exported list', () => {
  it('keeps what it asks, without answers, pages and what is open', () => {
    const search = {
      q: '~ab',
      town: 'none',
      page: '2',
      case: 'x',
      export: 'empty',
      columns: '姓名',
    };
    expect(askedOf(search)).toBe('q=%7Eab&town=none');
    expect(askedOf({ session: undefined })).toBe('');
  });

  it('says once what the list is of, also when it comes back with an answer', () => {
    const of = { offering: 'o1' };
    expect(askedOf({ status: 'booked' }, of)).toBe('status=booked&offering=o1');
    expect(askedOf({ status: 'booked', offering: 'o1', export: 'empty' }, of)).toBe(
      'status=booked&offering=o1',
    );
    expect(askedOf({ offering: 'another' }, of)).toBe('offering=o1');
  });
});

describe('the columns of an exported list', () => {
  const columns = ['姓名', '会员号', '工会'].map((header) => ({ header }));
  it('stand beside its filter and come apart from it again', () => {
    const packed = withColumns('q=%7Eab&town=none', ['工会', '姓名']);
    expect(apartFromColumns(packed)).toEqual({
      asked: 'q=%7Eab&town=none',
      columns: ['工会', '姓名'],
    });
    expect(apartFromColumns(withColumns('town=none', null))).toEqual({
      asked: 'town=none',
      columns: null,
    });
  });

  it('are in the order of the list, whatever the order of the choice; all where none was made', () => {
    expect(inListOrder(columns, ['工会', '别的', '姓名']).map(({ header }) => header)).toEqual([
      '姓名',
      '工会',
    ]);
    expect(inListOrder(columns, null)).toBe(columns);
  });
});
