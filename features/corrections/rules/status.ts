export const correctionTransitions = {
  draft: ['waiting'],
  waiting: ['corrected', 'refused', 'withdrawn'],
  corrected: [],
  refused: [],
  withdrawn: [],
} as const;

export type CorrectionStatus = keyof typeof correctionTransitions;

/** As both sides read it. */
export const correctionLabels: Record<CorrectionStatus, string> = {
  draft: '未提交',
  waiting: '待核对',
  corrected: '已更正',
  refused: '不更正',
  withdrawn: '已撤回',
};

/** 办件号 of a correction begins with GZ (更正). */
export const correctionPrefix = 'GZ';

/** What an officer mostly answers when nothing is put right. */
export const refusalSentences = [
  '照片看不清，请重新拍清楚再申请',
  '照片上的证件与申请的内容不一致，请核对后再申请',
  '请带证件原件到工会窗口当面更正',
  '已经当面更正，这份申请不用再办',
] as const;
