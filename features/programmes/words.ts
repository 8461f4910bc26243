/** What a hospital's desk reads. */
export const hospitalDeskWords = {
  desk_closed: '不在可以办理的时间：当天开始前到当天结束',
  not_holding: '这个预约已取消或改期，请刷新名单',
  own_case: '这是您本人或家人的预约，请同事登记（回避）',
} as const;
