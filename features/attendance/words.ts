/** What officers read when a roll, a scan or a certificate is refused. */
export const attendanceWords = {
  no_meeting: '这一天没有课，请换一天',
  not_started: '还没开始上课，开始后再点名',
  session_cancelled: '这一场已取消，不能签到',
  one_sitting: '这一场只上一次课，请刷新后在名册上点到场或缺席',
  key_reused: '这次提交已处理过，请刷新后再试',
} as const;
