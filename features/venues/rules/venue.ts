import { placeName } from '@/features/organisations/rules/place-name';

/** What every page says of a place of the register. */
export interface VenueFacts {
  readonly name: string;
  readonly address: string;
  /** Name of the union of the town. */
  readonly town: string | null;
  readonly mapUrl: string | null;
}

/** The words of a session's place: the venue and the room in it, or the officer's own words alone. */
export const wholePlace = (venue: { name: string } | null, room: string): string =>
  [venue?.name, room].filter(Boolean).join(' ');

/** An address that begins with the area it lies in: 某某区中心路 1 号. */
const namesItsArea = /^.{1,12}?(区|县|市|镇|乡|街道)/;

/** The address, behind the name of the town where it names no area itself. */
export function addressWords({ town, address }: Pick<VenueFacts, 'town' | 'address'>): string {
  return namesItsArea.test(address) ? address : `${placeName(town ?? '')}${address}`;
}

/**
 * Why a link into a map is not taken, or null: it must be https and lead to one of the sites that the
 * setting `venue_map_sites` names, or below one. Source: security.md §1 (nobody is led elsewhere).
 * @param sites domains with spaces between
 */
export function mapLinkError(link: string | null, sites: string): string | null {
  if (link === null) return null;
  const host = /^https:\/\/([a-z\d.-]+)([/?#]|$)/i.exec(link)?.[1]?.toLowerCase();
  if (!host) return '请从地图里复制“分享”的链接，要以 https:// 开头';
  const known = sites.split(' ').some((site) => host === site || host.endsWith(`.${site}`));
  return known ? null : `只能是地图网站的链接（${sites.replaceAll(' ', '、')}）`;
}

/**
 * Why a place may not be taken off the register, null when it may: not while sessions are to come in it.
 * Source: domain.md §5.2.
 */
export const decideClosingVenue = (coming: number): 'in_use' | null =>
  coming > 0 ? 'in_use' : null;
