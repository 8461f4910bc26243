/** Months in words, as years where they are whole: 3 年; 18 个月. */
export const span = (months: number): string =>
  months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`;
