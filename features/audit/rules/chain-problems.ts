/** What the walk along the ledger's chains and seals may find. */
export const chainProblems = {
  changed: '内容被改动',
  gap: '前面有记录缺失',
  tail: '末尾有记录缺失',
  rewritten: '封存后被改写，整条链重新算过',
  cut: '封存过的记录不见了',
  forged: '封存的签名不对，不是本系统封存的',
  unsealed: '有一天的封存不见了',
} as const;
