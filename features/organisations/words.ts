/** What each refusal means to the officer, and what to do. */
export const organisationWords = {
  parent_closed: '上级已撤销，请选择其他上级',
  kind_not_allowed: '这类组织不能建在所选上级下面，请换一个上级或类型',
  home_exists: '这个镇（街道）已有网上会员之家',
  uscc_taken: '已有工会登记了这个信用代码，请核对',
  area_taken: '这个行政区划代码已有镇（街道）使用，请核对',
  area_needed: '请填写行政区划代码',
  stale: '其他人刚刚修改过，请刷新后再改',
  closed: '这个组织已撤销，不能再修改',
  root_stays: '最上级组织不能调整或撤销',
};

export const employerWords = {
  uscc_taken: '已有单位登记了这个信用代码，请核对',
  union_closed: '所选工会已撤销，请换一个',
  not_a_town: '请选择镇（街道）',
  stale: '其他人刚刚修改过，请刷新后再改',
};

/** Of a list that was pasted: first looked through, then written. */
export const pasteWords = {
  bad_list: '还没有写入，请按提示修改',
  changed: '还没有写入任何一行：名单或已有的组织刚刚有变化，请再核对一次',
  wrong_lines: '还没有写入任何一行：有的行要改，改好再核对',
  nothing_new: '这些都已经有了，没有要写入的',
  uscc_taken: '还没有写入任何一行：刚刚有人登记了其中一个信用代码，请再核对一次',
  area_taken: '还没有写入任何一行：刚刚有人登记了其中一个区划代码，请再核对一次',
};
