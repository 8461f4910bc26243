import { gradeLabel, gradeOn } from './grade';

/**
 * The years of entering grade 1 to choose from, each said as the grade the child is in on the day
 * `today`: from 小班 to 九年级. Stored is the year, so that nobody has to correct it each summer.
 */
export function entryYearOptions(today: string): { value: string; label: string }[] {
  const year = Number(today.slice(0, 4));
  const options: { value: string; label: string }[] = [];
  for (let entry = year + 4; entry >= year - 9; entry--) {
    const grade = gradeOn(entry, today);
    if (grade < -2 || grade > 9) continue;
    const season = Number(today.slice(5, 7)) >= 6 && today.slice(5) < '09-01' ? '秋季读' : '现在读';
    options.push({
      value: String(entry),
      label: `${season}${gradeLabel(grade)}（${entry}年上一年级）`,
    });
  }
  return options;
}
