type Detail = Record<string, string | number>;

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
