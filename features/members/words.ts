import { undoWords } from '@/lib/undo';

type Detail = Record<string, string | number>;

/** What an officer reads when a decision at the desk does not go through. */
export const deskWords: Record<string, string | ((detail: Detail) => string)> = {
  already_decided: (d) => `已由 ${d.who} 于 ${d.when} ${d.what}，不用再办。`,
  withdrawn: '申请人刚刚撤回了这份申请，不用再办。',
  changed: '这份申请刚有变化，请核对最新内容后再办。',
  own_case: '这是您本人或家人的申请，请由同事或上级工会办理（回避）。',
  entered_by_you: '这份申请是您代办的，请由另一位同事核对。',
  union_closed: '这个工会已撤销，不能再收会员。请退回补正，请申请人另选工会。',
  duplicate_member:
    '这个证件号已有会籍，不能重复入会。号码有误的请退回补正；本人已是会员的请选“不予通过”，写明请其登记转会。',
  not_found: '申请已不在您的待办里。',
  transfer_closed: (d) => `已由 ${d.who} 于 ${d.when} 答复，不用再办。`,
  talk_first: '先和本人谈一次，把谈话登记下来，再办理。',
  talked_already: '谈话已经登记过，一份退会只谈一次。',
  not_now: '会籍刚有变化，请刷新后看看还要不要办。',
  day_out_of_range: '日期不对，请重新选择。',
  unknown_occupation: '这个职业已不在职业字典里，请写明后答复本人，请他重新登记。',
  ...undoWords,
};
