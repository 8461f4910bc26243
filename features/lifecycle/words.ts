/** Why an organisation cannot be merged or closed yet, and what has to happen first. */
export const closingWords = {
  step_up: '请先输入动态码，填的内容还在',
  root_stays: '最上级组织不能撤销',
  closed: '这个组织已经撤销',
  stale: '其他人刚刚修改过，请刷新后再试',
  moved_on: '刚刚有人入会或转会，人数变了，请刷新后再核对一次',
  future: '批复日期不能晚于今天',
  successor_needed: '还有会员或入会申请，请选由哪个工会接收',
  successor_itself: '不能由自己接收，请换一个工会',
  successor_closed: '接收的工会已撤销，请换一个',
  successor_below: '不能由自己的下级接收；请先调整那个下级的上级',
  successor_kind: '这类组织不能接收，请换一个：合并选同类工会，撤销可以选网上会员之家',
  town_needed: '辖区里还有用人单位，请选接收的镇（街道）工会',
  children_do_not_fit: '下级组织不能归到那里，请换一个去处，或先逐个调整上级',
  same_venues: '接收的一方有同名的地点，请先改名或停用一个',
  has_transfers: '还有转会没有办完，请先答复，或请本人撤回',
  has_cases: '还有自动退会、除名没有办完，请先办完或撤下',
  has_foundings: '还有建会、换届、变更或注销没有办完，请先办完，或登记终止',
  has_imports: '还有导入没写完或还能撤销，请先写完、等撤销时限过，或放弃',
  has_lists: '还有单位名单没交或还能撤回，请先交上、等撤回时限过，或撤回',
};

/** Why an organisation cannot be put below another parent. */
export const movingWords = {
  parent_closed: '上级已撤销，请选择其他上级',
  kind_not_allowed: '这类组织不能放在所选上级下面，请换一个上级',
  home_exists: '这个镇（街道）已有网上会员之家',
  stale: '其他人刚刚修改过，请刷新后再改',
  closed: '这个组织已撤销，不能再修改',
  root_stays: '最上级组织不能调整或撤销',
  same_parent: '已经在这个上级下面',
  below_itself: '不能放到自己或自己的下级下面，请换一个上级',
};
