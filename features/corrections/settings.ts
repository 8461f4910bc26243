import { declareLimit } from '@/lib/limits/rate-limit';
import { numberSetting } from '@/lib/settings';

/** Days after the answer for which what stood, what was asked for and the photos are kept (PIPL 19). */
export const proofKeepDays = numberSetting({
  key: 'corrections.keep_days',
  label: '资料更正的证明照片和内容，答复后保留天数',
  fallback: 180,
  min: 0,
  max: 1095,
});

export const correctionDraftDays = numberSetting({
  key: 'corrections.draft_days',
  label: '没提交的更正申请保留天数',
  fallback: 7,
  min: 1,
  max: 30,
});

export const correctionLimit = declareLimit({
  ...{ scope: 'ask_correction', per: 'account', most: 5, seconds: 86_400 },
  label: '每个账号每天最多提交几次资料更正',
});
