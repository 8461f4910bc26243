/** What an officer reads when conditions were not stored. */
export const ruleWords = {
  rules_changed: '条件刚被他人改过。您填的都还在：请先看最新的条件，再决定要不要存',
  same_rules: '和现在的条件一样，没有要存的改动',
  over: '这项服务已结束或取消，不能再改条件',
  invalid: '有内容要改，请看下面',
  nobody_fits: '按这些条件，几乎没有会员能报。确认没问题，请勾选“仍要保存”再点一次',
} as const;
