type Detail = Record<string, string | number>;

/** Why a sheet stays without whole names. */
export const printRollWords = {
  step_up: '印完整姓名要再输一次动态码',
} as const;

/** What a hospital's desk reads. */
export const hospitalDeskWords = {
  desk_closed: '不在可以办理的时间：当天开始前到当天结束',
  not_holding: '这个预约已取消或改期，请刷新名单',
  own_case: '这是您本人或家人的预约，请同事登记（回避）',
} as const;

/** Why a booking was not moved; the place one has stays. */
export const rescheduleWords = {
  not_movable: '这个预约现在不能改期',
  move_too_late: '已过改期时间，请直接打电话给组织单位',
  no_moves_left: (d: Detail) => `已改过 ${d.most} 次，不能再改。不能去请取消`,
  same_slot: '已经约在这个时间，请选别的时间',
  slot_gone: '这个时间已取消或已开始，请选别的',
  slot_full: '这个时间刚约满，您原来的预约还在。请选别的时间',
  moved_meanwhile: '这个预约刚改过时间，请刷新查看',
} as const;
