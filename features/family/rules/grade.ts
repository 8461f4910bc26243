const names = ['大班', '一年级', '二年级', '三年级', '四年级', '五年级', '六年级'];
const later = ['七年级', '八年级', '九年级', '高一', '高二', '高三'];

/**
 * Grade a child is in on the day `on`, where from June on the coming school year counts: 托管班
 * notices mean the grade *after* the summer (domain.md §3.2).
 * @param entryYear calendar year of entering grade 1
 * @returns 1 for 一年级; 0 and below before school
 */
export function gradeOn(entryYear: number, on: string): number {
  const [year = 0, month = 1] = on.split('-').map(Number);
  return (month >= 6 ? year : year - 1) - entryYear + 1;
}

/** 三年级, 大班, 中班; what a parent would say. */
export function gradeLabel(grade: number): string {
  if (grade <= -2) return '小班或更小';
  if (grade === -1) return '中班';
  return [...names, ...later][grade] ?? '已毕业';
}

/** A band of grades in words, 1 for 一年级, open at one end when that end is undefined: 二至六年级. */
export function gradeBand(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? '不限年级' : `${gradeLabel(max)}及以下`;
  if (max === undefined) return `${gradeLabel(min)}及以上`;
  if (min === max) return gradeLabel(min);
  return `${gradeLabel(min).replace('年级', '')}至${gradeLabel(max)}`;
}
