import { STEP_UP_MINUTES } from '@/lib/auth/step-up';

type Detail = Record<string, string | number>;

const inWords = (seconds: number): string =>
  seconds < 120
    ? `${seconds} 秒`
    : seconds < 7200
      ? `${Math.ceil(seconds / 60)} 分钟`
      : `${Math.ceil(seconds / 3600)} 小时`;

const wait = (detail: Detail) => `操作过于频繁，请 ${inWords(Number(detail.seconds))}后再试`;

/** Refusals of SMS codes; for every form that asks for one. */
export const codeWords = {
  wait,
  code_missing: '请先获取验证码。换了手机或浏览器，要重新获取',
  code_expired: '验证码已过期，请重新获取，以最新一条短信为准',
  code_used: '验证码已使用，请重新获取',
  code_burnt: '验证码已失效，请重新获取',
  code_wrong: (detail: Detail) => `验证码不对，请核对短信。还可以试 ${detail.left} 次`,
  stale_page: '页面已过期，请重新输入手机号',
  account_disabled: (d: Detail) => `该账号已停用。如有疑问，请联系所属工会或拨打 ${d.hotline}`,
};

export const signInWords = {
  ...codeWords,
  wrong_password: '手机号或密码不对。忘记密码可用验证码登录后重设',
  locked: (detail: Detail) =>
    `尝试次数过多，请 ${inWords(Number(detail.seconds))}后再试。急用：用短信验证码登录一次，这台设备就不受限`,
  wrong_identity: '证件号码对不上，请对照证件逐位核对。不是您的账号，请点“不是我的”',
  identity_locked: (d: Detail) =>
    `今天核对的次数用完了。请明天再试，或带身份证到${d.townWord}工会窗口办理`,
  not_officer: '该账号没有干部角色。请联系本单位的系统管理员授权',
  wrong_factor: '动态码不对或已用过，请等下一个 6 位数字再输入',
  wrong_recovery: '恢复码不对或已用过，请换一个',
  sign_in: '请重新输入密码登录',
  not_enrolled: '还没有绑定动态码，请重新登录后绑定',
  already_enrolled: '已绑定过动态码，请直接输入动态码',
};

/** What a sign-in page says when somebody comes back from a provider without a session. */
export const providerFailures: Record<string, (name: string) => string> = {
  stale: () => '页面已过期，请重新点“绑定”',
  broken: (name) => `${name}登录没有成功，请再试一次，或用手机号登录`,
  unlinked: (name) => `${name}还没绑定。请先用手机号登录，再到“我的 → 其他登录方式”绑定`,
  not_officer: () => signInWords.not_officer,
  password_first: (name) => `首次登录工作台请用密码，绑定动态码以后就能用${name}`,
};

export const linkWords = {
  stale_link: '页面已过期，请重新点“绑定”',
  already_linked: '已绑定另一个，请先解绑再绑定新的',
  linked_elsewhere: '它已绑定另一个账号，没有绑定。请先登录那个账号解绑',
  only_way_in: (d: Detail) =>
    `原来的手机号已换机主，这是唯一的登录方式。请先到${d.townWord}工会窗口换绑手机号`,
};

export const accountWords = {
  ...codeWords,
  same_phone: '新手机号和现在的一样',
  phone_silent:
    '这个号码上有一个很久没登录的账号。不是您的，请勾选后再点“换绑”；是您的，请先退出，用它登录',
  phone_gone: (d: Detail) => `原来的手机号已换机主，请带身份证到${d.townWord}工会窗口换绑`,
  phone_taken: (d: Detail) => `该手机号已有账号，不能换绑。如需合并，请拨打 ${d.hotline}`,
  password_short: '密码至少 8 位',
  password_long: '密码最多 128 位',
  password_common: '这个密码太常见，容易被猜到，请换一个',
  password_phone: '密码里不要含手机号',
  step_up: '请先输入动态码确认身份',
  session_gone: '该设备已退出',
};

export const deputyWords = {
  step_up: `请人代办前要再输一次动态码（${STEP_UP_MINUTES} 分钟内有效），请点“输入动态码”`,
  days_wrong: '开始不能早于今天，结束不能早于开始，请改日期',
  too_long: (d: Detail) => `一次最多 ${d.most} 天。时间更长请由系统管理员授予角色`,
  own_account: '不能由自己或家人代办，请另选一位同事',
  not_colleague: '只能请同一组织或上下一级的干部代办，请重新选择',
  has_deputy: (d: Detail) => `这几天已请${d.name}代办，要换人请先收回`,
  acts_for: (d: Detail) => `这几天您正代${d.name}办理，代办不能再转给别人。请${d.name}另找人`,
  deputy_away: (d: Detail) => `对方这几天也请假，由${d.name}代办，请另选一位同事`,
};

export const roleWords = {
  step_up: `授权前要再输一次动态码（${STEP_UP_MINUTES} 分钟内有效），请点“输入动态码”`,
  name_missing: '这个账号还没有姓名，请填写本人姓名，日志和角色表里都用它',
  own_account: '不能改自己或家人的账号和角色，请由另一位系统管理员办理',
  account_disabled: '该账号已停用，请先恢复',
  account_enabled: '该账号没有停用，请刷新查看',
  organisation_closed: '该组织已撤销，请选其他组织',
  role_does_not_fit: '该角色不能设在这一级组织，请换一级',
  already_held: '该账号在此组织已有这个角色',
  already_revoked: '该角色已被收回，请刷新查看',
  last_system_admin: '这是最后一位系统管理员，不能收回或停用。请先授权另一位',
  bad_term: '到期日不对，请看下面',
  has_account: '这个手机号已有账号，不用邀请：按手机号查找，直接授予',
  already_invited: '同样的邀请还有效，不用再发。要改请先撤回',
  invitation_over: '这个邀请已接受、撤回或过期。请联系系统管理员再发一次',
  password_first: '请先设置登录密码，再来接受',
  outside_reach: '该账号在您管辖范围之外还有角色，请联系上级系统管理员',
};
