import { numberSetting } from '@/lib/settings';

/** More than a roll holds goes through the reports, not through an officer's mail. */
export const rollExportRows = numberSetting({
  key: 'booking_roll_export_rows',
  label: '一次最多导出多少人的名册',
  fallback: 2000,
  min: 20,
  max: 20_000,
});
