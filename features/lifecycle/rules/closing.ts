import type { childDestinations, closingWays } from '@/db/schema/enums';
import { mayContain, type OrganisationKind } from '@/features/organisations/rules/kinds';
import { takesMembers } from '@/features/transfers/rules/two-sides';
import { type ClosingCounts, closingTable } from './closing-table';

export type ClosingWay = (typeof closingWays)[number];
export type ChildDestination = (typeof childDestinations)[number];

interface Node {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly closedAt: Date | null;
}

/** What is asked for, with all that it is judged by. */
export interface ClosingAsked {
  readonly way: ClosingWay;
  readonly organisation: Node & { readonly parentId: string | null };
  /** Where the members go; null where nobody goes anywhere. `path`: itself and everything above it. */
  readonly successor: (Node & { readonly path: readonly string[] }) | null;
  /** Where the unions below go, and what these are; `hasHome`: a 网上会员之家 is there already. */
  readonly childrenTo: (Node & { readonly hasHome: boolean }) | null;
  readonly childKinds: readonly OrganisationKind[];
  readonly counts: ClosingCounts;
  /** Employers that lie in it, where it is a town. */
  readonly inTown: number;
  /** Places of the same name there. */
  readonly sameVenues: number;
  /** Days YYYY-MM-DD. */
  readonly decidedOn: string;
  readonly today: string;
}

export type ClosingBlock = `has_${'transfers' | 'cases' | 'foundings' | 'imports' | 'lists'}`;
export type ClosingRefusal =
  | 'root_stays'
  | 'closed'
  | 'future'
  | 'successor_needed'
  | 'successor_itself'
  | 'successor_closed'
  | 'successor_below'
  | 'successor_kind'
  | 'town_needed'
  | 'children_do_not_fit'
  | 'same_venues'
  | ClosingBlock;

/** May this one take over from that one: whoever has members of their own, else a federation of the same kind. Source: 工会法 11. */
export const maySucceed = (kind: OrganisationKind, successor: OrganisationKind): boolean =>
  takesMembers(successor) || successor === kind;

function refuseSuccessor(c: ClosingAsked): ClosingRefusal | null {
  const { organisation, successor, counts, way } = c;
  const people = counts.members + counts.applications > 0;
  if (!successor) {
    if (people || way === 'merged') return 'successor_needed';
    return organisation.kind === 'town_federation' && c.inTown > 0 ? 'town_needed' : null;
  }
  if (successor.id === organisation.id) return 'successor_itself';
  if (successor.closedAt) return 'successor_closed';
  if (successor.path.includes(organisation.id)) return 'successor_below';
  if (!maySucceed(organisation.kind, successor.kind)) return 'successor_kind';
  if (people && !takesMembers(successor.kind)) return 'successor_kind';
  // A union becomes part of another; a 网上会员之家 takes in the members of one that is closed, or of another home.
  if (way === 'merged' && successor.kind === 'online_home' && organisation.kind !== 'online_home')
    return 'successor_kind';
  const town = organisation.kind === 'town_federation' && c.inTown > 0;
  return town && successor.kind !== 'town_federation' ? 'town_needed' : null;
}

function childrenFit({ childKinds, childrenTo }: ClosingAsked): boolean {
  if (childKinds.length === 0) return true;
  if (!childrenTo || childrenTo.closedAt) return false;
  const homes = childKinds.filter((kind) => kind === 'online_home').length;
  if (homes > 0 && childrenTo.hasHome) return false;
  return childKinds.every((kind) => mayContain(childrenTo.kind, kind));
}

/**
 * Why a union cannot be merged or closed now, the first that stands against it; null when it can. A union may not
 * be dissolved or merged at will (工会法 13): the level above has decided it by a paper, its members go to another
 * union, and what only its own officers can answer is answered first.
 */
export function refuseClosing(c: ClosingAsked): ClosingRefusal | null {
  if (c.organisation.parentId === null) return 'root_stays';
  if (c.organisation.closedAt) return 'closed';
  if (c.decidedOn > c.today) return 'future';
  const open = closingTable.find(({ key, fate }) => fate === 'blocks' && c.counts[key] > 0);
  if (open) return `has_${open.key}` as ClosingBlock;
  const successor = refuseSuccessor(c);
  if (successor) return successor;
  if (!childrenFit(c)) return 'children_do_not_fit';
  return c.sameVenues > 0 ? 'same_venues' : null;
}
