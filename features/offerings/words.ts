type Detail = Record<string, string | number>;

/** What an officer reads when a command about an offering, a session or a roll was refused. */
export const deskOfferingWords = {
  changed_meanwhile: (d: Detail) =>
    d.fields
      ? `内容已被他人修改（${d.at}）。现在的${d.fields}和您填的不同；您填的都还在，核对后再保存就以您的为准`
      : '内容已被他人修改，您填的都还在。请核对最新内容后再保存',
  cannot_move: '这项服务的状态已变，请刷新查看',
  over: '这项服务已结束或取消，不能再改',
  incomplete: (d: Detail) => `还不能发布。请先：${d.text}`,
  warned: (d: Detail) => `${d.text}。确认没问题，请勾选“仍要发布”再点一次`,
  window_over: '截止报名的时间已过，请先在设置里改晚',
  not_over: (d: Detail) => `还有 ${d.left} 场没结束。不办了请用“取消服务”`,
  in_past: '新的第一场日期已过，请选以后的日期',
  invalid: '有内容要改，请看下面',
  below_taken: (d: Detail) => `当前已有 ${d.taken} 人预约，名额不能少于 ${d.taken}`,
  holders_clash:
    '有预约的人在新时间已有别的预约，不能改到这个时间。可以另加一场，或取消这场并说明原因',
  venue_used: (d: Detail) =>
    `${d.text}。换一个地点或时间；确认可以同时用，请勾选“仍用这个地点”再保存`,
  no_slots: '这段日期里没有可加的时段：可能都已过去、已有，或不在所选的星期',
  too_many_slots: (d: Detail) => `一次最多生成 ${d.most} 个时段，请缩短日期`,
  already_cancelled: '已经取消过了，不用再操作，预约的人都已通知',
  not_started: '场次还没开始，开始后才能签到',
  by_class_staff: '托管班当天由看护人员在“班级签到”里登记，过后才能在这里更正',
  session_cancelled: '这一场已取消，不用签到',
  not_holding: '这个预约已取消或还没通过，不能签到。请刷新查看',
  overlap: '他同一时间另有预约，不能改回。请先核对',
  already_booked: '这个人在本场已有另一个预约，请刷新查看',
  one_per_term: '这个孩子本期已有另一个班，请刷新查看',
  needs_reason: '导出完整信息要写明用途',
  step_up: '导出完整信息前，请先再输一次动态码',
  link_used: '这个下载链接已经用过。还要就再导出一次',
  link_expired: '下载链接过了 10 分钟，已失效。还要就再导出一次',
  too_many: (d: Detail) => `名单超过 ${d.most} 人，请联系系统管理员`,
  ineligible: (d: Detail) => `不符合条件：${d.text}`,
  started: '场次已经开始，不能再给名额',
  no_place: '现在没有这个人能用的空名额。要超出名额，请用“特批”',
  above_open: (d: Detail) => `${d.text}`,
  stale: '这个人的候补已有变化，请刷新查看',
  own_case: '这是您本人或家人的事，请同事办理（回避）',
} as const;
