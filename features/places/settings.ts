import { quietHours } from '@/lib/messaging/sms/settings';
import { numberSetting } from '@/lib/settings';

/** What an offer of a freed place is counted by, where the offering itself says nothing. */
export const offerSettings = {
  offerHours: numberSetting({
    key: 'offer_hours',
    label: '候补确认时限（工作小时）',
    fallback: 12,
    min: 1,
    max: 240,
  }),
  nearHours: numberSetting({
    key: 'offer_near_hours',
    label: '临近开始（小时）',
    fallback: 2,
    min: 0,
    max: 72,
  }),
  nearMinutes: numberSetting({
    key: 'offer_near_minutes',
    label: '临近开始时的确认时限（分钟）',
    fallback: 30,
    min: 5,
    max: 720,
  }),
  ...quietHours,
  extendHours: numberSetting({
    key: 'offer_extend_hours',
    label: '没通知到时多留（工作小时）',
    fallback: 4,
    min: 1,
    max: 240,
  }),
  workFrom: numberSetting({
    key: 'work_day_from',
    label: '上班：几点',
    fallback: 9,
    min: 0,
    max: 23,
  }),
  workUntil: numberSetting({
    key: 'work_day_until',
    label: '下班：几点',
    fallback: 18,
    min: 1,
    max: 24,
  }),
};
