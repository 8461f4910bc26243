import { words } from '@/features/applications/words';

type Detail = Record<string, string | number>;

/** What the officer reads when 代办 does not go on. */
export const counterWords: Record<string, string | ((detail: Detail) => string)> = {
  ...words,
  wait: (d) => `验证码发得太频繁，请 ${d.seconds} 秒后再试。`,
  code_missing: '请先发送验证码。换了浏览器要重新发送。',
  code_expired: '验证码已过期，请重新发送，以最新一条短信为准。',
  code_used: '验证码已使用，请重新发送。',
  code_burnt: '验证码错得太多，已失效，请重新发送。',
  code_wrong: (d) => `验证码不对，请本人再看一遍短信。还可以试 ${d.left} 次。`,
  stale_page: '页面已过期，请重新输入手机号。',
  account_disabled: '这个手机号的账号已停用，请联系系统管理员。',
  step_up: '换绑前要再输一次动态码，请点“输入动态码”。',
  wrong_document:
    '和会员登记的证件号码不一致，没有换绑。请核对是不是同一个人；登记错了的，先给他“当面更正”。',
  phone_taken: '这个手机号正有人在用，不能换绑。请换一个号码，或联系系统管理员。',
  phone_silent: '这个手机号上有另一个账号，请联系系统管理员。',
  own_case: '不能给自己或家人代办（回避）。请本人用自己的手机办，或由同事办理。',
  already_submitted: '他已经有一份申请在办，不用再录。',
  already_member: '他已经是会员，不用再申请。',
  document_in_use:
    '这个证件号已有会籍或另一份在办申请，不能再录。请本人用手机从“加入工会”登记转会，转会登记会到工会桌上。',
  no_union_there: '这里不能直接接收会员，请选基层工会或网上会员之家。',
};
