import type { organisationKinds } from '@/db/schema/enums';
import type { RoleName } from '@/db/schema/identity';
import { addMonths } from '@/lib/dates';

type Kind = (typeof organisationKinds)[number];

const unions: readonly Kind[] = ['grassroots_union', 'joint_union', 'online_home'];
const district: readonly Kind[] = ['district_federation'];

/** At which kinds of organisation a role makes sense (domain.md §4.2); null: anywhere. */
const placesOf: Record<RoleName, readonly Kind[] | null> = {
  union_admin: [...unions, 'industry_federation'],
  town_admin: ['town_federation', 'industry_federation'],
  organisation_officer: district,
  women_officer: district,
  economy_officer: district,
  viewer: null,
  system_admin: district,
  hospital_desk: ['partner'],
};

/**
 * Whether `role` may be held at an organisation of this kind. Source: domain.md §4.2.
 */
export const mayBeHeldAt = (role: RoleName, kind: Kind): boolean =>
  placesOf[role]?.includes(kind) ?? true;

export interface GrantFacts {
  /** The actor's own account, or one of their family. */
  isOwn: boolean;
  targetDisabled: boolean;
  role: RoleName;
  organisationKind: Kind;
  organisationClosed: boolean;
  alreadyHeld: boolean;
  secondFactorRecent: boolean;
}

export type GrantRefusal =
  | 'step_up'
  | 'own_account'
  | 'account_disabled'
  | 'organisation_closed'
  | 'role_does_not_fit'
  | 'already_held';

/** Why a role may not be given, or null. Nobody gives rights to himself or his family (domain.md §4.3, 回避). */
export function refusalToGrant(facts: GrantFacts): GrantRefusal | null {
  if (!facts.secondFactorRecent) return 'step_up';
  if (facts.isOwn) return 'own_account';
  if (facts.targetDisabled) return 'account_disabled';
  if (facts.organisationClosed) return 'organisation_closed';
  if (!mayBeHeldAt(facts.role, facts.organisationKind)) return 'role_does_not_fit';
  return facts.alreadyHeld ? 'already_held' : null;
}

export interface RevokeFacts {
  /** The actor's own account, or one of their family. */
  isOwn: boolean;
  role: RoleName;
  revoked: boolean;
  /** Usable system administrators, this one included. */
  systemAdmins: number;
  secondFactorRecent: boolean;
}

export type RevokeRefusal = 'step_up' | 'own_account' | 'already_revoked' | 'last_system_admin';

/** Why a role may not be taken back, or null: somebody must stay who can give roles. */
export function refusalToRevoke(facts: RevokeFacts): RevokeRefusal | null {
  if (!facts.secondFactorRecent) return 'step_up';
  if (facts.revoked) return 'already_revoked';
  if (facts.isOwn) return 'own_account';
  if (facts.role === 'system_admin' && facts.systemAdmins <= 1) return 'last_system_admin';
  return null;
}

export interface AccountFacts {
  /** The actor's own account, or one of their family. */
  isOwn: boolean;
  /** Roles the target holds above or beside the actor's own reach. */
  holdsOutsideReach: boolean;
  isSystemAdmin: boolean;
  systemAdmins: number;
  secondFactorRecent: boolean;
}

export type AccountRefusal = 'step_up' | 'own_account' | 'outside_reach' | 'last_system_admin';

/** Why an account may not be disabled or its second factor taken off, or null. */
export function refusalToTouchAccount(facts: AccountFacts): AccountRefusal | null {
  if (!facts.secondFactorRecent) return 'step_up';
  if (facts.isOwn) return 'own_account';
  if (facts.holdsOutsideReach) return 'outside_reach';
  return facts.isSystemAdmin && facts.systemAdmins <= 1 ? 'last_system_admin' : null;
}

const MOST_YEARS = 10;

/**
 * What is wrong with the last day of a role, in words for its field. A system administrator has none: nobody may
 * be left who could give roles. Source: domain.md §4.2.
 * @param endsOn YYYY-MM-DD, or null for a role without a last day
 * @returns null when it may be so
 */
export function termProblem(role: RoleName, endsOn: string | null, today: string): string | null {
  if (endsOn === null) return null;
  if (role === 'system_admin') return '系统管理员不设到期日，换人时由另一位收回';
  if (endsOn < today) return '到期日不能早于今天';
  return endsOn > addMonths(today, 12 * MOST_YEARS) ? `最多设到 ${MOST_YEARS} 年后` : null;
}
