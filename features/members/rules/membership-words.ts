/** 会籍 as it stands. */
export const membershipLabels = { regular: '正式', retained: '保留', left: '已离会' } as const;

/** 会籍变化, the six types of the national record (domain.md §1.2). */
export const changeLabels = {
  joined: '入会',
  moved_in: '转入',
  retained: '保留',
  moved_out: '转出',
  expelled: '除名',
  resigned: '退会',
} as const;
