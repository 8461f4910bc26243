/** What each refusal about a 人群 means to the officer, and what to do. */
export const segmentWords = {
  name_taken: '已有同名的人群，请换个名字，或直接用那一个',
  organisation_closed: '管理单位已撤销，请换一个',
  dead_reference: (d: Record<string, string | number>) => `条件要改：${d.text}`,
  changed_meanwhile: '其他人刚刚修改过，您填的都还在。请核对后再保存',
  archived: '这个人群已归档，要改请先恢复',
  stale: '其他人刚刚修改过，请刷新后再办',
};
