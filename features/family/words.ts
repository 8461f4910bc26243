/** Words of refusals: what happened, and the way out. Never whose child it is. */
export const familyWords = {
  // The same whoever the number belongs to: a refusal never tells that a document is known.
  not_checked:
    '证件没有核对通过，请对照证件逐位核对。核对无误的，请孩子的另一位监护人在“我的 · 我的家庭”里邀请您，或到工会窗口办理',
  already_yours: '这个孩子已经在您的家庭里，不用重复添加',
  too_many: (d: Record<string, string | number>) =>
    `今天添加的次数太多，请明天再试，或拨打 ${d.hotline}`,
  two_guardians: '一个孩子最多两位监护人，要换人请先请对方退出',
  own_phone: '这是您自己的手机号，请填另一位监护人的',
  already_invited: '已经邀请过这个手机号，请对方登录后确认',
  invitation_over: '邀请已过期或已撤回，请对方重新邀请',
  has_bookings: '孩子还有没结束的预约，请先取消预约再移除',
  stale: '孩子资料已被另一位监护人改过，请刷新后再改',
} as const;
