type Detail = Record<string, string | number>;

/** What an officer, or who is asked, reads when a move was not made. Everybody keeps what they have. */
export const moveWords = {
  same_session: '已经在这一场，请选别的场次',
  same_person: '两个预约是同一个人的，不能对调',
  session_gone: '这一场已取消或已开始，请选别的',
  session_full: (d: Detail) => `${d.text}`,
  not_movable: '只有待审核、需补正、已预约的能换场次。候补的请在“候补”里给名额',
  begun: '原来的场次已经开始，不能再换',
  ineligible: (d: Detail) => `换过去不符合条件：${d.text}`,
  overlap: '新场次和本人已有的预约时间冲突，请换一场',
  already_booked: '本人在那一场已有预约，不用换',
  one_per_term: '这个孩子本期已报了别的班',
  asked_already: '已经在问本人了，等答复或先撤回再换',
  special_place: '特批的名额不占名额，不能对调。请直接换场次',
  reserved_for_group: '对调后的名额是给某类人预留的，对方用不了',
  not_found_number: '本项服务里没有这个预约号，请核对',
  stale: '这个预约刚有变化，请刷新后再办',
  own_case: '这是您本人或家人的预约，请同事办理（回避）',
  nothing_asked: '现在没有要答复的换场次，可能已经撤回或过了时间。请刷新查看',
  answered: '已经答复过了，请刷新查看',
} as const;
