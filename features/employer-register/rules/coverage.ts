/** Employers of an area, counted once each. */
export interface Coverage {
  /** 应建会: founded, or in business with so many staff as the bar asks for and not 不具备条件. */
  readonly due: number;
  readonly founded: number;
}

/**
 * 覆盖率 = 已建会 ÷ 应建会, as words with one decimal; a dash while nothing is due. Never rounds up to
 * 100% while one is missing (domain.md §2.3).
 */
export function coverageWords({ due, founded }: Coverage): string {
  if (due === 0) return '—';
  const tenths = Math.floor((founded * 1000) / due);
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
