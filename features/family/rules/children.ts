import { ageOn, isRealDate } from '@/lib/dates';

export type BirthRefusal = 'unreal' | 'future' | 'today' | 'grown_up';

export const birthMessages: Record<BirthRefusal, string> = {
  unreal: '出生日期不存在，请核对',
  future: '出生日期在今天之后，请核对',
  today: '孩子今天刚出生，请明天再来添加',
  grown_up: '已满 18 周岁，请本人注册，不用加在家庭里',
};

/** From the eighteenth birthday on a person acts for themselves (民法典 17). */
export const hasComeOfAge = (birthOn: string, today: string): boolean =>
  ageOn(birthOn, today) >= 18;

/**
 * Whether a child born on this day can stand in a family; each way of being wrong has its words (N14). Null
 * when it can: born before today and not yet of age.
 */
export function refuseBirth(birthOn: string, today: string): BirthRefusal | null {
  if (!isRealDate(birthOn)) return 'unreal';
  if (birthOn > today) return 'future';
  if (birthOn === today) return 'today';
  return hasComeOfAge(birthOn, today) ? 'grown_up' : null;
}

/** Calendar year in which a child starts grade 1 when it goes to school with its age group: six by 31 August (义务教育法 11). */
export function usualEntryYear(birthOn: string): number {
  const year = Number(birthOn.slice(0, 4));
  return birthOn.slice(5) <= '08-31' ? year + 6 : year + 7;
}

/** Two guardians a child: the second is invited by the first. */
export const MOST_GUARDIANS = 2;

/** Days in which an invited guardian can confirm. */
export const INVITATION_DAYS = 7;

export const guardianTransitions = {
  invited: ['confirmed', 'ended'],
  confirmed: ['ended'],
  ended: [],
} as const;

/** What leaving does: the last guardian takes the child out of the portal with them. */
export const leavingRemovesChild = (confirmedGuardians: number): boolean => confirmedGuardians <= 1;
