type Detail = Record<string, string | number>;

/** What each refusal about 任期, 任职 and 证书 means to the officer, and what to do. */
export const officeWords = {
  no_term: '还没有登记任期，请先登记现任期',
  term_exists: '这一届已经登记过了，请核对届次',
  before_last_term: '开始日期早于上一届，请核对',
  future: '日期不能在将来，请改',
  before_term: '日期早于这一届的开始，请核对纸面上的日期',
  after_term: '日期在任期以外。任期已满的，请先办换届',
  chair_taken: '这个委员会已有主席（主任），请先登记原来的人离任',
  ended_already: '已经登记过离任，请刷新',
  ends_before: '离任日期早于任职日期，请核对',
  no_such_member: '本工会没有这个会员号的会员，请核对',
  not_a_union: '只有基层工会才登记任期',
  number_taken: '已有工会登记了这个证书编号，请核对',
  union_closed: '工会已撤销，不能申请延期',
  too_early: (d: Detail) => `任期到${d.endsOn}，到期前 ${d.months} 个月内才能申请延期`,
  until_too_early: '延到的日期要晚于任期届满的日期，请改',
  until_too_late: '延得太久，超过换届最多能推迟的日期，请改早一点',
  asked_already: '已经申请过，等上级批复。请刷新',
  granted_already: '这一届已经批准延期过一次，不能再延，请办换届',
  nothing_asked: '没有等批复的延期申请，可能同事刚登记过，请刷新',
  before_asked: '批复日期早于请示日期，请核对',
  bad_validity: '有效期要晚于发证日期，请核对',
};
