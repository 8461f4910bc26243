import type { organisationKinds } from '@/db/schema/enums';

export type OrganisationKind = (typeof organisationKinds)[number];

export const kindLabels: Record<OrganisationKind, string> = {
  district_federation: '总工会',
  town_federation: '镇（街道）工会',
  industry_federation: '行业工会联合会',
  grassroots_union: '基层工会',
  joint_union: '联合基层工会',
  online_home: '网上会员之家',
  partner: '合作单位',
};

/**
 * What may stand directly below what (工会法 11; domain.md §1.1). Any height: a 分会 is a 基层工会 below one.
 * A 合作单位 (a hospital) is no union: nobody joins it, and whoever works there sees only what it is asked for.
 */
export const childKinds = {
  district_federation: [
    'town_federation',
    'industry_federation',
    'grassroots_union',
    'joint_union',
    'partner',
  ],
  town_federation: ['grassroots_union', 'joint_union', 'online_home'],
  industry_federation: ['grassroots_union', 'joint_union'],
  grassroots_union: ['grassroots_union'],
  joint_union: ['grassroots_union'],
  online_home: [],
  partner: [],
} as const satisfies Record<OrganisationKind, readonly OrganisationKind[]>;

/**
 * Whether an organisation of the one kind may stand directly below one of the other.
 * Source: domain.md §1.1, §6.10.
 */
export const mayContain = (parent: OrganisationKind, child: OrganisationKind): boolean =>
  (childKinds[parent] as readonly OrganisationKind[]).includes(child);

const order: Record<OrganisationKind, number> = {
  district_federation: 0,
  town_federation: 1,
  industry_federation: 2,
  grassroots_union: 3,
  joint_union: 3,
  online_home: 4,
  partner: 5,
};

/**
 * Siblings in the order officers expect: towns by area code, then industries, then unions by sound,
 * the 网上会员之家 last.
 * @param reading the name's pinyin sort key
 */
export const sortKeyOf = (
  kind: OrganisationKind,
  areaCode: string | null,
  reading: string,
): string => `${order[kind]} ${areaCode ?? reading}`.slice(0, 200);

/** All kinds, root first. */
export const kindsFromRoot = Object.keys(childKinds) as [OrganisationKind, ...OrganisationKind[]];
