/** What the officer reads when a message cannot be sent again. */
export const notificationWords = {
  already_sent: '这条短信已经在发送，请刷新查看',
  too_old: '这条短信已过期，不能重发。验证码请本人重新获取',
};
