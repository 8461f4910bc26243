import type { OrganisationKind } from '@/features/organisations/rules/kinds';
import type { Book } from './books';

const towns: readonly OrganisationKind[] = ['district_federation', 'town_federation'];

/** Whose book each may be: 企业台账 is a town's or the federation's, members stand at every union and above. */
export const bookPlaces: Record<Book, readonly OrganisationKind[]> = {
  members: [
    ...towns,
    ...(['industry_federation', 'grassroots_union', 'joint_union', 'online_home'] as const),
  ],
  employers: towns,
  unions: [...towns, 'industry_federation', 'grassroots_union', 'joint_union'],
};

/** What is said beside the choice of an organisation that cannot have this book. */
export const notItsPlace: Record<Book, string> = {
  members: '请选工会',
  employers: '企业台账请选总工会，或镇、街道工会',
  unions: '请选总工会、镇街工会，或下面有分会的工会',
};
