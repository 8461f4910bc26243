/** What officers read when a roll, a scan or a certificate is refused. */
export const attendanceWords = {
  no_meeting: '这一天没有课，请换一天',
  not_started: '还没开始上课，开始后再点名',
  session_cancelled: '这一场已取消，不能签到',
  own_case: '这是您本人或家人，请同事点名（回避）',
  one_sitting: '这一场只上一次课，请刷新后在名册上点到场或缺席',
  nothing_marked: '还没有点任何一格，先点格子再保存',
  by_class_staff: '托管班当天由看护人员在“班级签到”里登记，过后才能在这里更正',
} as const;

/** What a member reads in the room. */
export const selfCheckInWords = {
  expired: '码已换新，请再扫一次大屏上的码',
  forged: '这不是签到码，请扫现场大屏上的码',
  other_phone: '这个码是别的手机扫的，请用自己的手机扫大屏',
  no_place: '您没有预约这一场，请到服务台问工作人员',
  staff_only: '托管班由老师当面签到，请把孩子交给老师',
  session_cancelled: '这一场已取消，请看“我的预约”',
  no_meeting: '今天没有课，请看“我的预约”里的上课日期',
  too_early: (d: Record<string, string | number>) => `还没到签到时间，${d.at} 起可以签到`,
  too_late: '今天的课已结束，不能再签到。确实到了，请告诉工作人员',
} as const;

export type SelfWord = keyof typeof selfCheckInWords;

/** One of them as a sentence. */
export function selfWords(reason: SelfWord, detail: Readonly<Record<string, string>> = {}): string {
  const words = selfCheckInWords[reason];
  return typeof words === 'function' ? words(detail) : words;
}
