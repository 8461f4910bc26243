export const secondmentWords = {
  own_case: '这是您本人或家人，请同事办理',
  host_needed: '请选借调到的工会，或写单位名称',
  two_hosts: '工会和单位名称只填一个',
  own_union: '就是会员所在的工会，不用登记借调',
  host_closed: '借调到的工会已撤销，请换一个',
  days_out_of_range: '开始不能早于入会（转入），结束不能早于开始，请改日期',
  too_long: (d: Record<string, string | number>) => `一次最长 ${d.months} 个月，请改结束日期`,
  overlaps: '这段时间已经有借调，请先结束那一次，或改日期',
  secondment_over: '这次借调已经结束或取消，不用再办',
  not_within: '最后一天要在借调期间里，请改日期',
};
