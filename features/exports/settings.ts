import { numberSetting } from '@/lib/settings';

/** Rows that one exported file holds at most. */
export const mostExportRows = numberSetting({
  key: 'export_most_rows',
  label: '一次导出最多多少行',
  fallback: 100_000,
  min: 100,
  max: 500_000,
});
