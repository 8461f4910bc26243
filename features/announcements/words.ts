type Detail = Record<string, string | number>;

/** What a sender reads when a message was refused. */
export const announcementWords = {
  bad_text: '这段文字还不能发，请看下面',
  no_such_session: '没有这一场，或已取消。请重选',
  nobody: (d: Detail) => `“${d.label}”现在没有人，没有可以发的。请换一组`,
  too_many: (d: Detail) => `这个人群有 ${d.n} 人，一次最多发 ${d.most} 人。请把条件收窄，分几次发`,
  dead_reference: (d: Detail) => `人群的条件要先改：${d.text}`,
  already_sent: (d: Detail) => `${d.at} 已经发过了，没有再发。要补充请另写一条`,
  changed: '收信的人有变化，请看新的人数后再发',
  not_sent: '这条消息没有发出，或已撤回，不用再撤',
  gone_out: '短信已经发出，不能撤回。说错了请再发一条更正',
} as const;
