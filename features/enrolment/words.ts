type Detail = Record<string, string | number>;

/** Why a booking was not moved; the place one has stays. */
export const rescheduleWords = {
  not_movable: '这个预约现在不能改期',
  move_too_late: '已过改期时间，请直接打电话给组织单位',
  no_moves_left: (d: Detail) => `已改过 ${d.most} 次，不能再改。不能去请取消`,
  same_slot: '已经约在这个时间，请选别的时间',
  slot_gone: '这个时间已取消或已开始，请选别的',
  slot_full: '这个时间刚约满，您原来的预约还在。请选别的时间',
  moved_meanwhile: '这个预约刚改过时间，请刷新查看',
} as const;

/** What the officer reads when 代办 of a booking does not go on; what was filled in stays. */
export const bookForWords = {
  wait: (d: Detail) => `验证码发得太频繁，请 ${d.seconds} 秒后再试`,
  code_missing: '请先发送验证码。换了浏览器要重新发送',
  code_expired: '验证码已过期，请回上一步重新发送',
  code_used: '验证码已使用，请回上一步重新发送',
  code_burnt: '验证码错得太多，已失效，请回上一步重新发送',
  code_wrong: (d: Detail) => `验证码不对，请本人再看一遍短信。还可以试 ${d.left} 次`,
  stale_page: '页面已过期，请回上一步重新输入手机号',
  nobody: '没有人用这个手机号登录过，请核对',
  own_case: '不能给自己或家人代办（回避）。请本人用自己的手机报，或由同事办理',
  ineligible: (d: Detail) => `他不符合条件：${d.text}`,
  already_booked: '他已经报了这一场，不用再报',
  one_per_term: '这个孩子本期已报了别的班，要换班请到他的报名里换场次',
  overlap: '和他已有的预约时间冲突，请换一场',
  full: '名额和候补都已满，请换一场',
  frozen: '报名已截止，名单已封存，不能再加',
  missing: '有内容要补，请看下面',
  questions: '报名的问题还没答完，请补充',
  to_correct: '报名的问题有要改的，请看下面',
  form_changed: '报名的问题刚改过，请刷新后再填',
  reserved_gone: '这个留位已用完、已放出，或不在所选的场次，请重选',
} as const;
