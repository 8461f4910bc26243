import { checklistItems, type classRoles } from '@/db/schema/enums';
import { addDays, addMonths } from '@/lib/dates';

export type ClassRole = (typeof classRoles)[number];
export const classRoleLabels: Record<ClassRole, string> = {
  lead: '负责人',
  teacher: '带班老师',
  volunteer: '志愿者',
};

export type ChecklistItem = (typeof checklistItems)[number];

/** What an item is called, and what its note should say. */
export const checklistWords: Record<ChecklistItem, { label: string; hint: string }> = {
  insurance: { label: '意外伤害保险', hint: '保险公司和保单号' },
  fire: { label: '消防和房屋检查', hint: '谁检查、结果' },
  food: { label: '食品安全', hint: '供餐单位许可证号；不供餐写“不供餐”' },
  pick_up: { label: '接送名单', hint: '和家长核对完毕' },
  emergency: { label: '应急预案和药箱', hint: '就近医院、负责人电话' },
};

/**
 * Insurance names this class's children, and so does its pick-up list: neither is another's.
 * Source: domain.md §3.2.
 */
export const carriesOver = (item: ChecklistItem): boolean =>
  item !== 'insurance' && item !== 'pick_up';

/** One reason why a class may not open, as `class_gaps` in the database names it. */
export type GapKind = 'no_staff' | 'check_missing' | 'check_expired' | `item_${ChecklistItem}`;
export interface ReadinessGap {
  readonly gap: GapKind;
  readonly staffId: string | null;
}

export type CheckState = 'missing' | 'expired' | 'ending' | 'valid';
/** From here on a check is shown as 即将到期, so that the yearly one can be asked for in time. */
const ENDING_DAYS = 30;

/**
 * The last day on which a check counts: N months from the day it was passed (未成年人保护法 62:
 * every year). `YYYY-MM-DD`.
 */
export const checkValidUntil = (passedOn: string, months: number): string =>
  addDays(addMonths(passedOn, months), -1);

/**
 * How a person's check stands on a day. Source: 未成年人保护法 62, 130.
 */
export function checkState(validUntil: string | null, on: string): CheckState {
  if (validUntil === null) return 'missing';
  if (validUntil < on) return 'expired';
  return validUntil < addDays(on, ENDING_DAYS) ? 'ending' : 'valid';
}

/**
 * Why a date given for a check cannot stand: it lies ahead, or so far back that it is over already.
 * Source: 未成年人保护法 62, 130.
 * @returns null when it can
 */
export function refuseCheckDate(
  passedOn: string,
  today: string,
  months: number,
): 'future' | 'too_old' | null {
  if (passedOn > today) return 'future';
  return checkValidUntil(passedOn, months) < today ? 'too_old' : null;
}

/** The reasons in words, people counted together: 缺 1 人犯罪记录查询，不能开班. */
export function gapWords(gaps: readonly ReadinessGap[]): string[] {
  const of = (kind: GapKind) => gaps.filter(({ gap }) => gap === kind).length;
  const items = checklistItems.filter((item) => of(`item_${item}`) > 0);
  return [
    of('no_staff') > 0 && '还没有登记看护人员',
    of('check_missing') > 0 && `缺 ${of('check_missing')} 人犯罪记录查询`,
    of('check_expired') > 0 && `${of('check_expired')} 人的犯罪记录查询已过期`,
    items.length > 0 && `${items.map((item) => checklistWords[item].label).join('、')}未登记`,
  ].filter((words) => words !== false);
}
