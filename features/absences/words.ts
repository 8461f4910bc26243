export const absenceWords = {
  not_absent: '这个预约没有记爽约，不用申诉',
  already_appealed: '这一次已经申诉过，结果会通知您',
  already_excused: '这一次已不计爽约，不用申诉',
  decided: '这件申诉已有人办理，请刷新查看',
  own_case: '这是您本人或家人的申诉，请同事办理（回避）',
  not_excusable: '只有记了缺席的可以豁免，请刷新查看',
  has_appeal: '本人已提交申诉，请在“爽约申诉”里答复',
} as const;
