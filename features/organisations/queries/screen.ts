import 'server-only';
import type { Ctx } from '@/lib/ctx';
import { isUuid } from '@/lib/ids';
import { canSeeOrganisations } from '../policy';
import { listTree, type TreeNode } from './tree';

export interface TreeScreen {
  readonly tree: TreeNode[];
  readonly selected: TreeNode;
  /** The selected one and all above it, root first. */
  readonly trail: TreeNode[];
}

function trailTo(nodes: readonly TreeNode[], id: string): TreeNode[] {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = trailTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}

/**
 * The officer's tree with one organisation chosen; the first root when none is asked for.
 * @returns null when it is out of the officer's scope, exactly as when it does not exist
 */
export async function readTreeScreen(ctx: Ctx, id?: string): Promise<TreeScreen | null> {
  const scope = canSeeOrganisations.organisationsOf(ctx.actor);
  if (scope.length === 0 || (id !== undefined && !isUuid(id))) return null;
  const tree = await listTree(ctx, scope, true);
  const wanted = id ?? tree[0]?.id;
  const trail = wanted ? trailTo(tree, wanted) : [];
  const selected = trail.at(-1);
  return selected ? { tree, selected, trail } : null;
}
