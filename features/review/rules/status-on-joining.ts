import type { Route } from '@/features/applications/rules/routing';
import type { MembershipStatus } from '@/features/members/rules/membership-life';

/**
 * As what an approved applicant begins: whoever names a unit that has no union, and so comes to the 网上会员之家 of
 * its town, is 预备 where the federation asks for it; without a unit, or with a union of their own, 正式.
 * @param asProvisional the setting `membership.provisional_members`
 */
export function statusOnJoining(
  { route, employerName }: { readonly route: Route | null; readonly employerName: string | null },
  asProvisional: boolean,
): MembershipStatus {
  return asProvisional && route === 'town' && employerName !== null ? 'provisional' : 'regular';
}
