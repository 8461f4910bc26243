/** What each refusal about 建会 means to the officer, and what to do. */
export const foundingWords = {
  moved_on: (d: Record<string, string | number>) =>
    `没有保存：其他人刚刚办过，现在到“${d.step}”。请刷新后再办`,
  not_now: '现在这一步还不能办，请刷新后看看到哪一步了',
  future: '日期不能在将来，请改',
  before_last: '日期早于上一步，请核对纸面上的日期',
  bad_parent: '请重新选择上级工会',
  not_entered: '台账里没有这一家，请先登记进企业台账，再加进来',
  founded_already: '这家已经有工会了',
  being_founded: '这家正在另一个建会里，不能重复',
  ended: '这家已撤销或停业，不能建会',
  too_late: '候选人已经报审，不能再加减单位。请先重新核实会员',
  last_firm: '至少要有一家单位。不建了请选“终止”',
  incomplete: '每家单位的会员数都要填。单位刚有变化的，请刷新',
  too_many_women: '女会员不能多于会员总数',
  committee_needed: (d: Record<string, string | number>) =>
    `有单位会员满 ${d.bar ?? 25} 名，必须单独建委员会（数会员，不数职工），不能联合，也不能只选组织员`,
  several_needed: '联合建会至少两家单位，请先加单位',
  one_only: '单独建委员会、选组织员只能是一家单位。几家一起建，请终止后选“几家联合”',
  nobody: '每家单位至少要有 1 名会员',
  bad_seats: '委员会人数不合规定，请看下面',
  no_chair_candidate: '候选人里没有主席，请先提名主席候选人',
  too_few_candidates: (d: Record<string, string | number>) =>
    `差额不够：至少要 ${d.least} 名委员会候选人，现在 ${d.have} 名`,
  relative_out: '企业主要负责人的近亲属不能进工会委员会（工会法第 10 条），请换人',
  no_chair_with_tie:
    '行政正副职、合伙人、人力资源负责人、外籍职工不能当主席候选人，请换人或改报别的职务',
  named_already: '已经提名过，请核对',
  bad_ballot: '大会的数字对不上，没有保存，请看下面',
  no_chair: '主席候选人没有过半，不能报批。请再开大会，或换候选人重新报审',
  too_few: '当选的人不够委员会的最少人数，请再开大会补选',
  tied: '最后一个名额有人得票相同，请对他们再投一次票，登记再开的大会',
  parent_closed: '上级工会已撤销，不能成立，请核对',
  kind_not_allowed: '所选上级下面不能建这类工会，请核对',
  has_union: (d: Record<string, string | number>) => `${d.name}已经有工会了，请核对`,
  one_closed: (d: Record<string, string | number>) => `${d.name}已注销，请核对`,
  uscc_taken: '已有工会登记了这个信用代码，请核对',
};
