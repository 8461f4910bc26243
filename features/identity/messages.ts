import { formatFullDay } from '@/lib/dates';
import type { OutboxNotice } from '@/lib/messaging/outbox';

type NoticeContent = Pick<OutboxNotice, 'title' | 'body' | 'link' | 'sms' | 'quiet'>;

const hint = (hotline: string) => `如果不是您本人操作，请立即拨打 ${hotline}。`;
const neutral = { template: 'security', params: {} };

/** What the owner reads when something about the account's security changed (A15). */
export const passwordChanged = (hotline: string): NoticeContent => ({
  title: '登录密码已更改',
  body: `其他设备已全部退出，请用新密码登录。${hint(hotline)}`,
  link: '/me/devices',
  sms: { ...neutral, text: `您的登录密码已更改，其他设备已退出。${hint(hotline)}` },
});

export const phoneChanged = (tail: string, hotline: string): NoticeContent => ({
  title: '登录手机号已更换',
  body: `新手机号尾号 ${tail}，其他设备已全部退出。${hint(hotline)}`,
  link: '/me/devices',
});

export const oldPhoneWarning = (tail: string, hotline: string) => ({
  ...neutral,
  text: `您的账号已换绑到尾号 ${tail} 的手机号。${hint(hotline)}`,
});

export const secondFactorEnrolled = (hotline: string): NoticeContent => ({
  title: '已绑定动态码',
  body: `以后登录工作台要输入动态码。${hint(hotline)}`,
  link: '/me/devices',
});

export const secondFactorReset = (hotline: string): NoticeContent => ({
  title: '动态码已被解绑',
  body: `系统管理员为您解绑了动态码，下次登录工作台时重新绑定。${hint(hotline)}`,
  sms: { ...neutral, text: `您的登录动态码已由系统管理员解绑。${hint(hotline)}` },
});

export const identityLinked = (name: string, hotline: string): NoticeContent => ({
  title: `已绑定${name}`,
  body: `以后可以用${name}登录。${hint(hotline)}`,
  link: '/me/sign-ins',
});

export const recoveryCodeUsed = (left: number, hotline: string): NoticeContent => ({
  title: '有人用恢复码登录',
  body: `恢复码还剩 ${left} 个。${hint(hotline)}`,
  link: '/staff/recovery-codes',
});

export const roleGranted = (role: string, organisation: string): NoticeContent => ({
  title: '您有了新的工作角色',
  body: `${organisation}：${role}。请从“干部登录”进入工作台，首次登录要绑定动态码。`,
  link: '/staff/login',
});

export const roleRevoked = (role: string, organisation: string): NoticeContent => ({
  title: '您的工作角色已收回',
  body: `${organisation}：${role}。如有疑问，请联系系统管理员。`,
});

export const deputyNamed = (officer: string, days: string): NoticeContent => ({
  title: `请您代${officer}办理`,
  body: `${days}，${officer}的待办由您代办，到期自动结束。日志里记为“代${officer}”。`,
  link: '/desk',
});

export const deputyEnded = (officer: string): NoticeContent => ({
  title: `代${officer}办理已结束`,
  body: '对方已提前收回，您不用再代办。',
  quiet: true,
});

/** To a phone without an account: nothing in it opens anything, the phone itself is proved at sign-in. */
export const officerInvitation = (
  organisation: string,
  role: string,
  days: number,
  origin: string,
) => ({
  template: 'officer_invitation',
  params: { organisation, role },
  text: `${organisation}请您担任${role}，请在 ${days} 天内登录接受${origin ? `：${origin}/staff/invitation` : '：我的 → 工作邀请'}`,
});

export const invitationAccepted = (
  name: string,
  role: string,
  organisation: string,
): NoticeContent => ({
  title: `${name}接受了工作邀请`,
  body: `${organisation}：${role}。首次登录工作台时本人绑定动态码。`,
  link: '/desk/roles',
});

export const roleEnds = (role: string, organisation: string, endsOn: string): NoticeContent => ({
  title: '您的工作角色快到期了',
  body: `${organisation}：${role}，到${formatFullDay(endsOn)}为止。续任请联系系统管理员。`,
  link: '/desk/account',
});

export const termOver = (role: string, organisation: string, endsOn: string): NoticeContent => ({
  title: '您的工作角色已到期',
  body: `${organisation}：${role}，任期到${formatFullDay(endsOn)}。如有疑问，请联系系统管理员。`,
});
