import { mayContain, type OrganisationKind } from './kinds';

interface Node {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly closedAt: Date | null;
}

type Verdict<R extends string> = { ok: true } | { ok: false; reason: R };
const yes = { ok: true } as const;
const no = <R extends string>(reason: R): Verdict<R> => ({ ok: false, reason });

export type PlacementRefusal = 'parent_closed' | 'kind_not_allowed' | 'home_exists';

/**
 * May a new organisation of this kind be founded below the parent (工会法 11, 12)?
 * @param parent with `hasHome`: an open 网上会员之家 stands below it already; a town has one
 */
export function decideFounding(
  parent: Pick<Node, 'kind' | 'closedAt'> & { hasHome: boolean },
  kind: OrganisationKind,
): Verdict<PlacementRefusal> {
  if (parent.closedAt) return no('parent_closed');
  if (!mayContain(parent.kind, kind)) return no('kind_not_allowed');
  if (kind === 'online_home' && parent.hasHome) return no('home_exists');
  return yes;
}

export type MoveRefusal =
  | PlacementRefusal
  | 'root_stays'
  | 'closed'
  | 'same_parent'
  | 'below_itself';

/**
 * May the organisation be put below another parent? Never below itself: the tree would lose its root.
 * Source: domain.md §1.1.
 * @param parentPath the new parent and everything above it
 */
export function decideMove(
  organisation: Node & { parentId: string | null },
  parent: Node & { hasHome: boolean },
  parentPath: readonly string[],
): Verdict<MoveRefusal> {
  if (organisation.parentId === null) return no('root_stays');
  if (organisation.closedAt) return no('closed');
  if (organisation.parentId === parent.id) return no('same_parent');
  if (parentPath.includes(organisation.id)) return no('below_itself');
  return decideFounding(parent, organisation.kind);
}

/** What still hangs on an organisation. */
export interface Dependants {
  readonly children: number;
  readonly members: number;
  readonly openApplications: number;
  readonly openOfferings: number;
  readonly openTransfers: number;
}

export type ClosingRefusal =
  | 'root_stays'
  | 'closed'
  | 'has_children'
  | 'has_members'
  | 'has_applications'
  | 'has_offerings'
  | 'has_transfers';

/**
 * May the organisation be closed (撤销)? A union may not be dissolved at will (工会法 13): members have
 * found another union first, and nobody waits for an answer.
 */
export function decideClosing(
  organisation: Pick<Node, 'closedAt'> & { parentId: string | null },
  left: Dependants,
): Verdict<ClosingRefusal> {
  if (organisation.parentId === null) return no('root_stays');
  if (organisation.closedAt) return no('closed');
  if (left.children > 0) return no('has_children');
  if (left.members > 0) return no('has_members');
  if (left.openApplications > 0) return no('has_applications');
  if (left.openOfferings > 0) return no('has_offerings');
  if (left.openTransfers > 0) return no('has_transfers');
  return yes;
}
