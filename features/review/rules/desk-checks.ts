import { isOfAge } from '@/features/applications/rules/review';
import { ageOn } from '@/lib/dates';

export interface CheckFacts {
  readonly documentLabel: string;
  readonly birthOn: string | null;
  readonly today: string;
  readonly minimumAge: number;
  /** Another person's membership or open application carries the same document. */
  readonly documentInUse: boolean;
  readonly employer: { name: string; hasUnion: boolean; members: number } | null;
  readonly hasEarlierMembership: boolean;
  /** Approving makes a 预备会员: the unit has no union and the federation asks for it. */
  readonly beginsProvisional: boolean;
}

export interface DeskCheck {
  readonly outcome: 'pass' | 'warn' | 'fail';
  readonly text: string;
}

/** From this number of members of one employer on, its founding a union is worth asking (以入会促建会). */
export const foundingHintFrom = 10;

/** 系统核对: what the system can see without a person looking, in the order an officer asks it. */
export function checksOf(facts: CheckFacts): DeskCheck[] {
  const { birthOn, today, employer } = facts;
  const checks: DeskCheck[] = [];
  if (birthOn !== null) {
    const age = ageOn(birthOn, today);
    checks.push(
      isOfAge(birthOn, today, facts.minimumAge)
        ? { outcome: 'pass', text: `${facts.documentLabel}号校验通过，${age} 岁` }
        : { outcome: 'fail', text: `${age} 岁，不满 ${facts.minimumAge} 周岁，不能入会` },
    );
  }
  checks.push(
    facts.documentInUse
      ? { outcome: 'fail', text: '这个证件号已有会籍或另一份在办申请' }
      : { outcome: 'pass', text: '全区没有重复会籍' },
  );
  if (facts.hasEarlierMembership) {
    checks.push({ outcome: 'warn', text: '本人以前入过会，已离会。通过后重新计入会日期' });
  }
  if (facts.beginsProvisional) {
    checks.push({
      outcome: 'warn',
      text: '单位还没有工会，通过后是预备会员，服务照常用；单位建会或转到单位工会后转为正式',
    });
  }
  if (employer && !employer.hasUnion && employer.members >= foundingHintFrom) {
    checks.push({
      outcome: 'warn',
      text: `${employer.name}已有 ${employer.members} 名会员，单位还没有建会，可以上门动员建会`,
    });
  }
  return checks;
}
