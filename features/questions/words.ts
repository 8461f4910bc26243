type Detail = Record<string, string | number>;

/** What an officer reads when a change of the form was refused. */
export const formWords = {
  over: '这项服务已结束或取消，不能再改问题',
  sensitive_off: '已有人按“敏感”回答，不能改成普通问题。请停用这一题，另加一题',
  kept_longer: '已有人按原来的期限回答，保留天数只能缩短',
  files_lost: '已有人上传文件，不能改题型。请停用这一题，另加一题',
  decides_others: (d: Detail) => `“${d.label}”要看这一题的回答才显示，请先改那一题`,
  condition_later: (d: Detail) => `“${d.label}”要看的那一题排在它后面，请把那一题放到前面`,
  condition_unknown: '要看的那一题已停用，请重选显示条件',
  condition_value: (d: Detail) => `“${d.label}”的显示条件不在选项里，请重选`,
  too_many: '一份表最多 30 题，请先停用不用的',
  too_many_files: '一份表最多 2 题上传文件',
} as const;

/** What a person reads whose answers were not taken. */
export const answerRefusals = {
  form_changed: '问题刚刚有变化。您填的都还在，请看一遍再提交',
  to_correct: ({ saved }: Detail) => (saved ? `填好的 ${saved} 题已保存` : '改好后再点一次'),
  no_attendee: '请先选给谁报名',
  too_late: '已过修改时间，请直接打电话给组织单位',
  no_consent: '这项同意已经撤回，不用再操作',
} as const;
