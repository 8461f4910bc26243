import { desk, unionOfficers, type Visit } from '../outcomes';

/** The tree and the employers: every officer walks it, few change it. */
export const organisationPages: Record<string, Visit> = {
  '/desk/organisations': desk(unionOfficers),
  '/desk/secondments': desk(
    ['union', 'otherUnion', 'town', 'otherTown', 'district', 'viewer'],
    undefined,
    {},
    'forbidden',
  ),
  '/desk/organisations/new': desk(['district', 'system'], (p) => {
    return `/desk/organisations/new?parent=${p.town}`;
  }),
  '/desk/organisations/[id]/edit': desk(['district', 'system'], (p) => {
    return `/desk/organisations/${p.union}/edit`;
  }),
  '/desk/organisations/[id]/move': desk(['district', 'system'], (p) => {
    return `/desk/organisations/${p.union}/move`;
  }),
  '/desk/organisations/[id]/close': desk(['district', 'system'], (p) => {
    return `/desk/organisations/${p.union}/close`;
  }),
  '/desk/organisations/[id]/poster': desk(
    ['union', 'town', 'district', 'women', 'economy', 'viewer', 'system'],
    (p) => `/desk/organisations/${p.union}/poster`,
  ),
  '/desk/organisations/[id]/offices': desk(['union', 'town', 'district', 'viewer'], (p) => {
    return `/desk/organisations/${p.union}/offices`;
  }),
  '/desk/terms': desk(
    ['union', 'otherUnion', 'town', 'otherTown', 'district', 'viewer'],
    undefined,
    {},
    'forbidden',
  ),
  '/desk/terms/missing': desk(
    ['union', 'otherUnion', 'town', 'otherTown', 'district', 'viewer'],
    undefined,
    {},
    'forbidden',
  ),
  '/desk/organisations/employers': desk(unionOfficers),
  '/desk/organisations/employers/new': desk(['town', 'otherTown', 'district']),
  '/desk/organisations/employers/[id]': desk(['town', 'district'], (p) => {
    return `/desk/organisations/employers/${p.employer}`;
  }),
  '/desk/organisations/paste': desk(['district', 'system']),
  '/desk/organisations/employers/paste': desk(['town', 'otherTown', 'district']),
};
