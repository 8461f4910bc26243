import { numberSetting } from '@/lib/settings';

/** How many cases one bulk decision takes; a filter that holds more has to be narrowed first. */
export const bulkMost = numberSetting({
  key: 'desk.bulk_most',
  label: '批量办理一次最多（件）',
  fallback: 5000,
  min: 1,
  max: 20_000,
});

/** How long officers' notes to each other are stored: they serve the work on a case, not its archive (PIPL 19). */
export const noteKeepDays = numberSetting({
  key: 'desk.note_keep_days',
  label: '内部备注保存天数',
  fallback: 365,
  min: 30,
  max: 1095,
});

/** How many filters an officer stores under a name: more are no shortcut. */
export const filtersMost = numberSetting({
  key: 'desk.filters_most',
  label: '每位干部的常用筛选最多（个）',
  fallback: 12,
  min: 1,
  max: 50,
});
