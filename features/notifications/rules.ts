/** What a message was about, by its template; the text itself is sealed and shown to nobody. */
const abouts: Record<string, string> = {
  announcement: '群发消息',
  segment_waits: '群发消息',
  login_code: '验证码',
  guardian_invitation: '监护人邀请',
  officer_invitation: '干部邀请',
  unit_invitation: '单位报名入会邀请',
  booking_neutral: '预约',
  booking_tomorrow: '明天的提醒',
  class_absence: '孩子未到',
  appeal_answered: '爽约申诉',
  rating_answered: '评价答复',
  certificate: '证书',
  follow_up: '培训回访',
  security: '账号安全',
};

/** 「会员事项」 where the template has no name of its own. */
export const aboutOf = (template: string): string => abouts[template] ?? '会员事项';

/**
 * A code lives for minutes: sending it again helps nobody, its owner asks for a new one.
 * Source: security.md §1.7.
 */
export const canResend = ({ template, hasBody }: { template: string; hasBody: boolean }): boolean =>
  hasBody && template !== 'login_code';
