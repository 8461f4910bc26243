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
