import { numberSetting } from '@/lib/settings';

/** More than a roll holds goes through the reports, not through an officer's mail. */
export const rollExportRows = numberSetting({
  key: 'booking_roll_export_rows',
  label: '一次最多导出多少人的名册',
  fallback: 2000,
  min: 20,
  max: 20_000,
});

/** How a room is set unless the officer says otherwise on the page. */
export const seatsAcross = numberSetting({
  key: 'roll_seats_across',
  label: '座位表一排几座',
  fallback: 6,
  min: 2,
  max: 10,
});
