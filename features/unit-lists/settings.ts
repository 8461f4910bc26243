import { numberSetting } from '@/lib/settings';

/** How long a list that a union handed in may be taken back as one. */
export const unitUndoHours = numberSetting({
  key: 'unit_undo_hours',
  label: '单位名单可整单撤回（小时）',
  fallback: 24,
  min: 1,
  max: 168,
});

/** Nobody on a list is pestered: the hours between two reminders of one person. */
export const unitRemindHours = numberSetting({
  key: 'unit_remind_hours',
  label: '单位名单上同一个人，隔多少小时才能再提醒',
  fallback: 24,
  min: 4,
  max: 168,
});

/** How long names stand on the lists of unions after the session. */
export const unitNamesDays = numberSetting({
  key: 'unit_names_days',
  label: '单位名单上的姓名保留（场次结束后，天）',
  fallback: 180,
  min: 30,
  max: 1095,
});
