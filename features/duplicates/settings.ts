import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

/** Points from which two people are shown as perhaps one; a rare name with one birth date has 26. */
export const duplicatePoints = numberSetting({
  key: 'duplicate_points',
  label: '两条会员记录相似多少分起，提示疑似重复',
  fallback: 24,
  min: 15,
  max: 60,
});

/** How long the keyed hash of a number that an account had before is kept for finding duplicates. */
export const pastPhoneDays = numberSetting({
  key: 'past_phone_days',
  label: '换掉的手机号的摘要留多少天，用来发现同一个人的两条记录',
  fallback: 730,
  min: 30,
  max: 3650,
});

export const pairingLimit = declareLimit({
  ...{ scope: 'record_pairing', per: 'account', most: 60, seconds: 86_400 },
  label: '一位干部每天最多指定几次两条记录来核对',
});
