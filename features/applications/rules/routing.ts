import type { applicationRoutes } from '@/db/schema/enums';
/** How the union was found; it stays with the application for the reports. */
export type Route = (typeof applicationRoutes)[number];

export interface Employer {
  readonly unionId: string | null;
  readonly townId: string | null;
}

/**
 * Which union an employer's worker joins (会籍办法 6): the employer's own; where there is none, the
 * 网上会员之家 of its town until it founds one.
 * @param homeOfTown the town's 网上会员之家, when it is known
 * @returns null when it has no union, and no town with a home
 */
export function unionOfEmployer(
  employer: Employer,
  homeOfTown: string | null,
): { route: Route; organisationId: string } | null {
  if (employer.unionId) return { route: 'employer', organisationId: employer.unionId };
  if (employer.townId && homeOfTown) return { route: 'town', organisationId: homeOfTown };
  return null;
}
