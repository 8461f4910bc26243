type Detail = Record<string, string | number>;

/** Why two classes were not merged, or not taken apart again; everyone keeps what they have. */
export const mergeWords = {
  same_session: '请选另一个班',
  session_gone: '其中一个班已取消，请返回重选',
  begun: '其中一个班已经开始，不能再并或撤回',
  draw_open: '这个班还没抽签，抽签后才能并',
  nobody: '没有人能并过去。请看下面每个人的原因',
  no_room: (d: Detail) => `“${d.title}”还差 ${d.missing} 个名额，放不下。请先加名额再并`,
  changed_meanwhile: '名单刚有变化，请刷新后重新看一遍',
  holders_clash: '有人在那个时间刚有了别的预约，请刷新后重新看一遍',
  undone_already: '已经撤回过了，不用再操作',
  moved_on: (d: Detail) => `有 ${d.changed} 人已经答复、取消或换了场次，不能整体撤回。请逐个换场次`,
} as const;
