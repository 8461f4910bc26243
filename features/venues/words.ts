/** What each refusal about the register means to the officer, and what to do. */
export const venueWords = {
  name_taken: '这个单位已登记了同名的地点，请改名，或直接用那一个',
  not_a_town: '请重新选择所在的镇、街道',
  organisation_closed: '管理单位已撤销，请换一个',
  bad_map_link: '地图链接要改，请看下面',
  in_use: (d: Record<string, string | number>) =>
    `还有 ${d.sessions} 场要在这里办（最近：${d.first}），不能停用。请先给这些场次换地点或取消`,
  changed_meanwhile: '其他人刚刚修改过，您填的都还在。请核对后再保存',
  stale: '其他人刚刚修改过，请刷新后再办',
  closed: '这个地点已停用，要改请先重新启用',
};
