export const hospitalWords = {
  nobody: '今天已开放的名单里没有。请核对是不是今天、本院的预约',
  no_such_place: '这项服务没有这个检查地点，请刷新查看',
  no_such_hospital: '请选一家合作单位。没有的话，先在“组织”里新建',
} as const;

export const returnRefusals = {
  not_barred: '您现在不受间隔限制，可以直接预约',
  already_asked: '已经申请过，请刷新看进展',
  decided: '这件申请已有人办理，请刷新查看',
  own_case: '这是您本人或家人的申请，请同事办理（回避）',
} as const;

/** What a hospital's desk reads. */
export const hospitalDeskWords = {
  desk_closed: '不在可以办理的时间：当天开始前到当天结束',
  not_holding: '这个预约已取消或改期，请刷新名单',
  not_over: '这半天还没结束，结束后才能标记未到',
  nobody_left: '都标记过了，不用再点',
  own_case: '这是您本人或家人的预约，请同事登记（回避）',
} as const;
