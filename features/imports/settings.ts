import { numberSetting } from '@/lib/settings';

/** Rows that one file may have. */
export const importMostRows = numberSetting({
  key: 'imports.most_rows',
  label: '导入：一个文件最多多少行',
  fallback: 20_000,
  min: 100,
  max: 50_000,
});

/** Columns that one file may have. */
export const importMostColumns = numberSetting({
  key: 'imports.most_columns',
  label: '导入：一个文件最多多少栏',
  fallback: 50,
  min: 10,
  max: 200,
});

/** Hours in which what was written can be taken back. */
export const importUndoHours = numberSetting({
  key: 'imports.undo_hours',
  label: '导入：写入后多少小时内可撤销',
  fallback: 24,
  min: 0,
  max: 168,
});

/** Days after which the rows of a file are forgotten. */
export const importRowsDays = numberSetting({
  key: 'imports.rows_days',
  label: '导入：表格内容保留（天）',
  fallback: 30,
  min: 8,
  max: 365,
});

/** Share of the rows from which a change of one field is asked about, in percent. */
export const importMassPercent = numberSetting({
  key: 'imports.mass_percent',
  label: '导入：一栏改了百分之多少的行就提醒',
  fallback: 30,
  min: 1,
  max: 100,
});

/** Youngest age at which somebody may be entered as a member (劳动法 15). */
export const importYoungest = numberSetting({
  key: 'imports.youngest',
  label: '导入：会员最小年龄',
  fallback: 16,
  min: 14,
  max: 18,
});
