/** Why one row of a bulk decision stays, in a few words beside it. */
export const bulkWords: Record<string, string> = {
  settled: '已经办过了',
  withdrawn: '申请人刚撤回',
  changed: '刚有变化，请单独打开核对',
  stale: '刚有变化，请单独打开核对',
  own_case: '是您本人或家人的，请由同事办理（回避）',
  entered_by_you: '是您代办的，请由另一位同事核对',
  own_entry: '是您代办的，请由另一位同事核对',
  duplicate_member: '证件号已有会籍，请单独核对',
  union_closed: '工会已撤销，请退回补正',
  not_found: '已不在您的待办里',
  conflict: '刚有变化，请单独打开核对',
  unexpected: '系统出错，这一件没有办，请单独打开重试',
};
