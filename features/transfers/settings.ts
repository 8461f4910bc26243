import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

/** Calendar days in which the old union answers; then silence is consent. */
export const transferOutDays = numberSetting({
  key: 'membership.transfer_out_days',
  label: '转出的工会几天内答复（日历日，到期视为同意）',
  fallback: 30,
  min: 1,
  max: 90,
});

/** Working days in which the new union answers; then the one above it does. */
export const transferInDays = numberSetting({
  key: 'membership.transfer_in_days',
  label: '转入的工会几天内答复（工作日，到期转上级）',
  fallback: 5,
  min: 1,
  max: 60,
});

/** Calendar days in which the member may have a refusal looked at again. */
export const transferAppealDays = numberSetting({
  key: 'membership.transfer_appeal_days',
  label: '不同意转会的，几天内可以请上级再看（日历日）',
  fallback: 15,
  min: 3,
  max: 60,
});

/** Working days in which the union above looks at a refusal again. */
export const transferAppealAnswerDays = numberSetting({
  key: 'membership.transfer_appeal_answer_days',
  label: '上级几天内答复转会申诉（工作日）',
  fallback: 10,
  min: 1,
  max: 60,
});

/** Longest time for which a union may stop a transfer. */
export const transferStopDays = numberSetting({
  key: 'membership.transfer_stop_days',
  label: '转出最多暂停几天（日历日）',
  fallback: 180,
  min: 7,
  max: 365,
});

/** Days between two reminders that a member sends to the same side. */
export const transferUrgeDays = numberSetting({
  key: 'membership.transfer_urge_days',
  label: '本人隔几天可以提醒工会一次',
  fallback: 7,
  min: 1,
  max: 30,
});

export const proposalLimit = declareLimit({
  ...{ scope: 'transfer_proposal', per: 'account', most: 30, seconds: 86_400 },
  label: '一位干部每天最多发起几次转入',
});

/** How often a member is talked to before 自动退会 may be decided. */
export const lapseWarnings = numberSetting({
  key: 'membership.lapse_warnings',
  label: '自动退会前至少教育几次',
  fallback: 2,
  min: 1,
  max: 5,
});

/** Days after the last talk in which the member may put it right. */
export const lapseWaitDays = numberSetting({
  key: 'membership.lapse_wait_days',
  label: '最后一次教育后等几天才能办自动退会（日历日）',
  fallback: 30,
  min: 7,
  max: 180,
});
