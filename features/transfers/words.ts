import { words } from '@/features/applications/words';
import { deskWords } from '@/features/members/words';
import type { RefusalWords } from '@/lib/forms/refusal-words';

/** What member and officer read when a transfer does not go on: what happened, and what to do. */
export const transferWords: RefusalWords = {
  own_case: deskWords.own_case ?? '',
  not_a_member: words.not_a_member ?? '',
  transfer_open: '已经有一份转会在办，办完或撤回后再办。',
  no_such_union: '没有这个工会，请重新选择。',
  union_closed: '这个工会已撤销，请另选一个。',
  own_union: '会籍就在这个工会，不用转。',
  transfer_over: (d) => `这份转会现在是“${d.state}”，请刷新看看。`,
  side_answered: (d) => `这一边现在是“${d.state}”，请刷新看看。`,
  silence_counts: '已过答复的最后一天，期满不答复视为同意，不能再改。',
  not_a_reason: '请从列表里选一个理由。',
  stopped_already: '一份转会只能暂停一次，请答复。',
  day_out_of_range: '日期不对，请重新选择。',
  nobody_above: '上面没有可以再看的工会，请拨打热线。',
  appeal_late: '可以申诉的日子过了，这次转会没有办成。想再办请重新申请。',
  same_officer: '原来是您答复的，请由上级的另一位干部来看。',
  urged_lately: (d) => `刚提醒过，${d.next}起可以再提醒。`,
  no_such_member: '会员号和姓名对不上，请核对会员码下面的号码。',
  too_many: '今天发起的次数太多，请明天再办。',
};

/** What an officer reads when a case of 自动退会 or 除名 does not go on. */
export const caseWords: RefusalWords = {
  own_case: deskWords.own_case ?? '',
  not_now: deskWords.not_now ?? '',
  step_up: '请先输入动态码，再办理。',
  day_out_of_range: '日期不对，请重新选择。',
  other_case: '这位会员已经有一件在办，请到“会籍登记”里看。',
  nobody_above: '上面没有可以来定的工会。',
  case_over: '这一件已经办结，请刷新看看。',
  same_opener: '是您登记的，请由另一位干部来定。',
  too_early: (d) => `还不能办：${d.day}。`,
};
