type Detail = Record<string, string | number>;

/** What a chair reads when a list was refused. */
export const unitListWords = {
  not_open: '这一场现在不收名单：还没开放、已截止或已取消',
  bad_list: '名单还不能用，请看下面',
  emptied: '一行也不剩了。这份名单不交就行，不用清空',
  handed_in: '这份名单已经交过了，不用再交',
  same_list: (d: Detail) => `同样的名单 ${d.at} 已经交过。要改，先撤回那一份`,
  nobody: '名单里没有可以报的人，请看每行的原因',
  not_handed_in: '这份名单没有在生效，不用撤回',
  undo_too_late: '撤回的时限已过。个别人不去，请换人，或请本人取消',
  not_waiting: '这个人不用再提醒：已经答复、名额已到期，或这一场已开始',
  asked_already: (d: Detail) => `${d.last} 刚提醒过，${d.next} 后才能再提醒。着急请打电话`,
  nobody_waits: '没有人等着答复：都已答复、名额已到期，或这一场已开始',
  all_asked_already: (d: Detail) => `没答复的 ${d.n} 人都刚提醒过，${d.next} 后才能再提醒`,
  not_replaceable: '这个名额不能换人了：已取消、已到场，或这一场已开始',
  answered_meanwhile: '这一行刚有变化，请核对后再换。您填的都还在',
  extra_place: '这个名额是组织单位另外加的，不能换人，请联系组织单位',
  kept_for_group: (d: Detail) => `这个名额是给“${d.label}”留的，换的人不在其中，请换一位`,
  bad_person: '换的人还不能报，请看下面',
  own_case: '换上的是您本人或家人，请由别的干部来换',
  already_booked: '换的人刚报了这一场，请换一位',
  one_per_term: '换的人这一期已报了别的班，请换一位',
  needs_reason: '请写明用途，如：交单位排班',
  step_up: '下载姓名前要再输一次动态码',
  overlap: '换的人在这个时间已有别的预约，请换一位',
};
