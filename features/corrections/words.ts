type Detail = Record<string, string | number>;

/** What a member reads when a correction does not go on. */
export const correctionWords: Record<string, string | ((detail: Detail) => string)> = {
  nothing_changed: '和现在登记的一样，没有要更正的。请改好再继续',
  already_open: '这个人已有一份更正申请在办，办完或撤回后才能再申请',
  nothing_on_record: '还没有登记过资料，入会时填写',
  no_photo: '请拍一张证件照片，工会要对照核对',
  not_a_draft: '这份申请已经提交，请刷新看进展',
  decided: '工会已经答复，请刷新看结果',
  too_many: (d) => `今天提交的次数太多，请明天再试，或拨打 ${d.hotline}`,
};

const taken =
  '这个证件号已登记在另一条记录上，不能更正。请逐位核对号码，或核对是不是同一人登记了两次';
const misfits = (d: Detail) =>
  `更正后 ${d.count} 个预约不再符合条件：${d.list}。预约不会自动取消，请勾选“已看过”再办`;

/** What an officer reads when a decision does not go through. */
export const deskCorrectionWords: Record<string, string | ((detail: Detail) => string)> = {
  own_case: '这是您本人或家人的资料，请由同事或上级工会办理（回避）',
  decided: (d) => `已由 ${d.who} 于 ${d.when} 办结，不用再办`,
  withdrawn: '申请人刚刚撤回了这份申请，不用再办',
  moved_on: '登记的资料在申请之后变过，不能照此更正。请选“不更正”并说明，请其按现在的资料再申请',
  nobody: '孩子已不在任何家庭里，不能更正。请选“不更正”',
  document_taken: taken,
  misfits,
  unticked: '请看过不再符合条件的预约，勾选后再更正',
  nothing_changed: '和现在登记的一样，没有要更正的',
  nothing_on_record: '这个人还没有登记资料，不能更正',
  step_up: '当面更正前要再输一次动态码，请点“输入动态码”',
};
