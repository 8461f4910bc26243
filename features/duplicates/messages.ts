/** The text to a number: says of no record whose it is. */
export const recordsMergedText = (tail: string) => ({
  template: 'records_merged',
  params: { tail },
  text: `工会核实您有两条记录，已合并，以后用尾号${tail}的手机号登录。不是您本人的，请立即联系工会。`,
});

/** To whoever signs in to the record that stays. */
export const recordsMergedNotice = ({ mergeId, tail }: { mergeId: string; tail: string }) => ({
  title: '您的两条记录已合并',
  body: `预约、证书、会籍都在这里了，以后用尾号 ${tail} 的手机号登录。不是您本人的，请立即联系工会。`,
  link: '/me',
  sms: recordsMergedText(tail),
  dedupeKey: `merge:${mergeId}:merged`,
});

/** To the same, when it was taken back. */
export const recordsSeparatedNotice = (mergeId: string) => ({
  title: '合并已拆开',
  body: '工会核实两条记录不是同一个人，已恢复成合并前的样子。有疑问请联系工会。',
  link: '/me',
  dedupeKey: `merge:${mergeId}:undone`,
});
