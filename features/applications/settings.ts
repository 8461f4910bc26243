import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

/** Working days within which a union answers an application; notices change it (domain.md §1.4). */
export const slaDays = numberSetting({
  key: 'membership.sla_days',
  label: '入会申请办理时限（工作日）',
  fallback: 5,
  min: 1,
  max: 60,
});

/** Working days after which the union is reminded of an application nobody has decided. */
export const reminderDays = numberSetting({
  key: 'membership.reminder_days',
  label: '入会申请催办（第几个工作日）',
  fallback: 3,
  min: 1,
  max: 59,
});

/** 1: the union decides; 2: its parent confirms. A union's own `review_steps` goes before this. */
export const reviewSteps = numberSetting({
  key: 'membership.review_steps',
  label: '入会审核层级（1 级或 2 级）',
  fallback: 1,
  min: 1,
  max: 2,
});

/** Full years; under 18 may join too (domain.md §1.6). */
export const minimumAge = numberSetting({
  key: 'membership.minimum_age',
  label: '入会最低年龄（周岁）',
  fallback: 16,
  min: 14,
  max: 18,
});

/** Days a half-filled application is kept before its answers are cleared (PIPL 19). */
export const draftDays = numberSetting({
  key: 'membership.draft_days',
  label: '未提交的申请保留天数',
  fallback: 30,
  min: 7,
  max: 180,
});

/** Days after which an application that led to no membership keeps its number and dates only (PIPL 47). */
export const refusedKeepDays = numberSetting({
  key: 'membership.refused_keep_days',
  label: '没入会的申请和已办结的转会登记，资料保留天数',
  fallback: 180,
  min: 30,
  max: 1095,
});

export const documentLimit = declareLimit({
  ...{ scope: 'membership_document', per: 'account', most: 12, seconds: 86_400 },
  label: '每个账号每天最多填几次证件号',
});
