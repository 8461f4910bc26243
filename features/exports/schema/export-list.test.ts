import { expect, it } from 'vitest';
import { listExportInput } from './export-list';

const askedOf = (asked: string) => listExportInput.parse({ list: 'members', asked }).asked;

it('the filter of an exported list loses the phone and ID numbers that stand in it', () => {
  expect(askedOf('q=13900008321&newForm=1')).toBe('q=%7E&newForm=1');
  expect(askedOf('q=450803199003070029')).toBe('q=%7E');
});

it('the filter of an exported list stays as it was otherwise', () => {
  const sealed = 'q=%7EAbC.d-e_f&town=none';
  expect([askedOf(sealed), askedOf('')]).toEqual([sealed, '']);
});
