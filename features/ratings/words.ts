export const ratingWords = {
  not_done: '这件事还没办完，办完再评价',
  too_late: '评价已过修改时间，不能再改',
  being_handled: '组织单位已答复，不能再改评价。还没解决，请点“还没解决”',
  not_answered: '组织单位还没答复，请等一等',
  own_case: '这是您本人或家人的评价，请同事办理（回避）',
  stale: '这条评价已有人答复或已改动，请刷新查看',
} as const;
