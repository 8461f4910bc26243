import { expect, it } from 'vitest';
import { exportRefusal, isExportRefusal } from './words';

it('a list that is too long is refused with how many rows one file holds', () => {
  expect(exportRefusal('too_many', 100_000)).toBe(
    '名单太长，一次最多导出 100,000 行，请缩小筛选再导出',
  );
  expect([isExportRefusal('too_many'), isExportRefusal('no_columns')]).toEqual([true, true]);
  expect([isExportRefusal('made_up'), isExportRefusal(undefined)]).toEqual([false, false]);
});
