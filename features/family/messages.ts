/** A text to a phone that may have no account: no child's name, no school. */
export const invitationSms = (inviter: string) => ({
  template: 'guardian_invitation',
  params: { inviter },
  text: `${inviter}邀请您一起管理家庭资料。请用本机号码登录，打开“我的-家庭”确认，7天内有效。`,
});

export const confirmedGuardianNotice = (guardianId: string) => ({
  title: '另一位监护人已确认',
  body: '现在两位都能看到孩子的预约，也都能代孩子报名和取消。',
  link: '/me/family',
  dedupeKey: `guardian:${guardianId}:confirmed`,
});
