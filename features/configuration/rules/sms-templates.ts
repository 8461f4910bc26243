/** A text as it is registered with the carrier: `{name}` stands for a parameter, in the order in which we send them. */
export interface SmsTemplate {
  /** Our name of it, left of the `=` in SMS_TEMPLATE_ID. */
  readonly code: string;
  readonly when: string;
  readonly text: string;
}

const one = (code: string, when: string, text: string): SmsTemplate => ({ code, when, text });

/**
 * Every text message that leaves the portal, with the words to register. The carrier fills in nothing but the
 * parameters, so a text says no time and no place; those stand behind the sign-in.
 */
export const smsTemplates: readonly SmsTemplate[] = [
  one('login_code', '登录和验证', '验证码 {code}，5 分钟内有效。请勿告诉他人。'),
  one(
    'security',
    '密码、手机号、动态码变动',
    '您的账号安全设置有变动，不是本人操作请立即联系工会。',
  ),
  one('test_message', '管理员测试', '这是一条测试短信，收到说明短信已接通。'),
  one('membership_submitted', '入会申请已提交', '入会申请{number}已提交，{due}前答复。'),
  one('membership_sent_back', '入会申请要补正', '入会申请{number}有{count}项要补正，请登录查看。'),
  one('membership_approved', '入会申请通过', '入会申请{number}已通过，请登录查看会员码。'),
  one('membership_rejected', '入会申请没通过', '入会申请{number}已有结果，请登录查看。'),
  one('membership_transfer', '转会已登记', '转会登记{number}已收到，工会核对后与您联系。'),
  one(
    'membership_transfer_closed',
    '转会、资料、退会有答复',
    '您的申请{number}已有答复，请登录查看。',
  ),
  one('membership_transfer_moved', '转会有进展', '转会{number}有进展，请登录查看。'),
  one('membership_changed', '会籍有变化', '您的会籍有变化，请登录查看“会员资料”。'),
  one(
    'records_merged',
    '两条记录合并',
    '工会核实您有两条记录，已合并，以后用尾号{tail}的手机号登录。不是您本人的，请立即联系工会。',
  ),
  one('correction', '资料更正有结果', '您的资料更正申请已有结果，请登录查看。'),
  one(
    'guardian_invitation',
    '邀请另一位家长',
    '{inviter}邀请您一起管理家庭资料，请用本机号码登录确认，7天内有效。',
  ),
  one(
    'officer_invitation',
    '邀请没登录过的干部',
    '{organisation}请您担任{role}，请用本机号码登录，在“我的”里接受。',
  ),
  one('unit_invitation', '单位报名先请入会', '{union}想为您报名工会服务，请先登录办理入会。'),
  one('booking_neutral', '健康服务的一切通知', '您有一条健康服务通知，请登录查看。'),
  one('booking_tomorrow', '明天的提醒', '您明天有预约，时间地点请登录查看，来不了请登录取消。'),
  one('booking_approved', '报名通过', '报名{number}已通过，时间请登录查看，请按时到场。'),
  one('booking_refused', '报名没通过', '报名{number}未通过，原因请登录查看。'),
  one('booking_sent_back', '报名要补正', '报名{number}要补正，名额仍为您留着，请登录处理。'),
  one(
    'booking_organiser_cancelled',
    '组织单位取消场次',
    '预约{number}的场次已由组织单位取消，不用到场，原因请登录查看。',
  ),
  one('booking_rescheduled', '时间地点有变', '预约{number}的时间地点有变，请登录查看。'),
  one('booking_moved', '改时间要答复', '预约{number}改了时间，请登录答复能不能来。'),
  one('booking_move_ended', '改时间后取消', '预约{number}改时间后已取消，原因请登录查看。'),
  one('booking_promoted', '候补成功', '候补成功，预约号{number}，时间请登录查看，不去请提前取消。'),
  one('booking_lapsed', '候补结束', '候补{number}已结束，请登录查看。'),
  one('booking_offered', '候补有名额', '候补{number}有名额了，请尽快登录确认，过时给下一位。'),
  one('booking_offer_extended', '名额多留一会', '候补{number}的名额为您多留一段时间，请登录确认。'),
  one('booking_skipped', '没有进入抽签、轮空', '报名{number}有变动，原因请登录查看。'),
  one('booking_overridden', '名额外特批', '预约{number}已加名额，时间请登录查看，请按时到场。'),
  one('booking_drawn', '抽签结果', '报名{number}的抽签有结果了，请登录查看。'),
  one('booking_named', '单位报了名请确认', '单位为您报了名，预约号{number}，请尽快登录确认。'),
  one(
    'booking_list_undone',
    '单位撤回名单',
    '单位撤回了报名名单，预约{number}已取消，原因请登录查看。',
  ),
  one('booking_replaced', '单位换了人', '单位把预约{number}换给了别人，原因请登录查看。'),
  one('booking_absent', '没来', '预约{number}没有到场记录，有正当原因请登录申诉。'),
  one('booking_booked_for', '窗口代办报名', '已为您代办报名{number}，不是您要报的请登录取消。'),
  one('booking_move_asked', '问能不能换场次', '预约{number}能不能换场次，请尽快登录答复。'),
  one('booking_moved_by_desk', '已换场次', '预约{number}已换场次，时间地点请登录查看。'),
  one('booking_merged', '并班', '预约{number}所在的班已并班，请登录查看时间地点并答复。'),
  one('booking_merge_undone', '不并班了', '预约{number}不并班了，时间地点不变。'),
  one('booking_move_off', '换场次没成，照旧', '预约{number}场次不变，请登录查看。'),
  one('place_reserved', '留了一个名额', '已为您留了一个名额，请在{until}前登录报名，过时放出。'),
  one('announcement', '给一个班的人发消息，短的（变量属性选“其他”）', '工会通知：{text}'),
  one(
    'announcement_waits',
    '给一个班的人发消息，长的',
    '您报名的“{service}”有新通知，请登录查看。',
  ),
  one('segment_waits', '给一个人群发消息，长的', '工会给您发了一条通知，请登录查看。'),
  one('appeal_answered', '爽约申诉有答复', '您的申诉已有答复，请登录查看。'),
  one(
    'class_absence',
    '孩子还没到班',
    '今天的班已开始，还没有签到记录。已送到请联系老师；不来请登录请假。',
  ),
  one('rating_answered', '评价有答复', '您的评价已有答复，请登录查看。'),
  one('follow_up', '培训结束几个月后回访', '您参加的培训有一个回访，只要选一项，请登录查看。'),
  one('certificate', '证书有进展', '您的培训证书有新进展，请登录查看。'),
];

/** The text as a carrier's console takes it: 腾讯云 numbers its parameters, 阿里云 names them. */
export function registeredText(text: string, carrier: string | null): string {
  let n = 0;
  return text.replace(/\{(\w+)\}/g, (_, name: string) =>
    carrier === 'tencent' ? `{${++n}}` : `$\{${name}}`,
  );
}
