import { undoWords } from '@/lib/undo';

type Detail = Record<string, string | number>;

/** Chinese words of each refusal: what happened and what to do. */
export const bookingWords = {
  sign_in: '请先登录，填写的内容会保留',
  ineligible: (d: Record<string, string | number>) =>
    [d.text, d.note].filter(Boolean).join('：') + (d.fix ? `。${d.fix}` : ''),
  already_booked: '您已报名，无需重复提交。可在“我的预约”查看',
  one_per_term: '这个孩子本期已报了别的班，想换班请先取消那个班',
  overlap: '和已有的预约时间冲突，请换一场或先取消那一个',
  full: '名额和候补都已满，请换一场',
  frozen: '报名已截止，名单已封存，不能再加。抽签后还可以候补',
  questions: '报名的问题还没答完或刚有变化，请返回上一步补充，再提交',
  too_fast: (d: Detail) => `点得太快了，请 ${d.seconds} 秒后再点一次。填写的都还在`,
  needs_consent: '请先勾选单独同意',
  already_ended: '这个预约已经取消或结束，不用再操作',
  too_late: '已过取消时间，请直接打电话给组织单位',
  not_sent_back: '这份报名现在不需要补正，请刷新查看',
  already_decided: (d: Detail) => `已由 ${d.who} 于 ${d.when} ${d.what}，不用再办`,
  withdrawn: '报名人刚刚取消了，不用再办',
  stale: '该报名已被处理，请刷新查看',
  ...undoWords,
  own_case: '这是您本人或家人的报名，请同事办理（回避）',
  own_entry: '这份报名是您代办的，请同事办理（回避）',
  place_gone: '名额已经给了下一位，不能撤销',
  offer_over: '确认时间已过，名额已给下一位。还想参加，可以重新报名候补',
  offer_gone: '现在没有为您留着的名额，请刷新查看',
  nothing_asked: '现在没有要您答复的改动，请刷新查看',
} as const;
