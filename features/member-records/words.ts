/** What one reads when an answer of the 登记表 is not written. */
export const recordWords: Record<string, string> = {
  nothing_changed: '没有要保存的改动。',
  no_consent: '填了民族、政治面貌或户籍所在地，请勾选单独同意；不想填的留空。',
  at_counter: '民族已经登记。登记错了，请带证件原件到工会窗口更正。',
  not_answered: '本人没有填过民族，请本人在“我的登记表”里填。',
  not_listed: '有一项不在现在的列表里，请重新选择。',
  no_membership: '没有在册的会籍，登记表不用填。',
  own_case: '这是您本人或家人的资料，请由同事办理（回避）。',
  step_up: '更正前请再输入一次动态码。',
};
