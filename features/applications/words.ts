type Detail = Record<string, string | number>;

/** What a worker reads when joining does not go on: what happened, and what to do (security.md §3). */
export const words: Record<string, string | ((detail: Detail) => string)> = {
  sign_in: '请先登录，填写的内容还在',
  already_submitted: '已提交，不用再填。到“办事”里看进度。',
  already_member: '您已经是会员，不用再申请。会员码在“我的”里。',
  changed: '内容刚在另一个页面改过，请再核对一遍，然后提交。',
  incomplete: '还有没填的项，填完再提交。',
  nothing_to_submit: '没有可以提交的申请，请从办事指南开始。',
  too_many_documents: (d) =>
    `今天核对证件的次数已满，请 ${d.hours} 小时后再试，或拨打 ${d.hotline}。`,
  unknown_code: '这个入会码已停用，请向工会要新的，或从办事指南开始。',
  no_union_there: (d) => `这里暂时没有可以接收的工会，请换一个，或拨打 ${d.hotline}。`,
  not_corrected: '还有要补正的项没有改，改完再提交。',
  already_opened: (d) => `工会已经开始核对您的申请，不能撤回了。要改内容请拨打 ${d.hotline}。`,
  already_withdrawn: '这份申请已经撤回。',
  nothing_to_transfer: '没有要转会的申请，请从办事指南开始。',
  not_a_member: '您还不是会员，请从办事指南开始。',
  already_asked: '这一项已经登记，工会答复后才能再登记。到“办事”里看答复。',
  not_now: '您现在的会籍不用办这一项，到“会员资料”里看看。',
  day_out_of_range: '日期不对，请重新选择。',
  answered_already: '工会刚刚答复了，不能撤回。到“办事”里看答复。',
  unknown_occupation: '请从列表里重新选择职业。',
};
