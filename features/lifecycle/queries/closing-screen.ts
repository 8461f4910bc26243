import 'server-only';
import { canSeeMembers } from '@/features/members/policy';
import { canManageOrganisations } from '@/features/organisations/policy';
import { findManaged } from '@/features/organisations/queries/managed';
import { organisationPath } from '@/features/organisations/queries/scope';
import { listTree, type TreeNode } from '@/features/organisations/queries/tree';
import { hasRecentSecondFactor } from '@/lib/auth/step-up';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { maySucceed } from '../rules/closing';
import { type ClosingKey, closingTable } from '../rules/closing-table';
import { countBeforeClosing } from './closing-counts';

/** Where each line opens, for who may see it; others have no list of their own. */
const places = (id: string): Partial<Record<ClosingKey, string>> => ({
  members: `/desk/members?union=${id}`,
  children: `/desk/organisations?id=${id}`,
  employers: '/desk/organisations/employers',
  venues: '/desk/venues',
  roles: `/desk/who?id=${id}`,
  offices: `/desk/organisations/${id}/offices`,
  certificates: `/desk/organisations/${id}/offices`,
  offerings: '/desk/offerings',
  transfers: '/desk/transfers',
  cases: '/desk/transfers',
  requests: '/desk/transfers',
  secondments: '/desk/secondments',
  foundings: '/desk/foundings',
  imports: '/desk/imports',
  lists: '/desk/unit-lists',
  corrections: '/desk/corrections',
  applications: '/desk',
});

/** Those that may take over, in the order of the tree, each with how far below the first it lies. */
function* successors(
  nodes: readonly TreeNode[],
  closing: { id: string; kind: TreeNode['kind'] },
  depth = 0,
): Generator<{ node: TreeNode; depth: number }> {
  for (const node of nodes) {
    if (node.id === closing.id) continue;
    if (maySucceed(closing.kind, node.kind)) yield { node, depth };
    yield* successors(node.children, closing, depth + 1);
  }
}

/**
 * What an officer sees before a union is merged or closed: every line of the table that there is something of, with
 * its number and where it opens; who may take over; whether the second factor was given just now. Null for one that
 * the officer may not change, that is closed, or that is the root.
 */
export async function readClosing(ctx: Ctx, id: string) {
  const organisation = await findManaged(ctx, id);
  if (!organisation?.parentId) return null;
  const [counts, path, tree] = await Promise.all([
    countBeforeClosing(ctx, id),
    organisationPath(ctx, id),
    listTree(ctx, canManageOrganisations.organisationsOf(ctx.actor)),
  ]);
  // A system administrator sees the numbers, and none of the lists of people.
  const hrefs = canSeeMembers(ctx.actor, path) ? places(id) : {};
  const lines = closingTable
    .filter(({ key }) => counts[key] > 0)
    .map((line) => ({ ...line, count: counts[line.key], href: hrefs[line.key] }));
  const found = [...successors(tree, organisation)];
  const choices = found.map(({ node: { id: value, shortName: label }, depth }) => {
    const { full, initials } = readName(label);
    return { value, label, depth, reading: `${full} ${initials}` };
  });
  const home = found.find(
    ({ node }) => node.kind === 'online_home' && node.parentId === organisation.townId,
  );
  return {
    ...{ organisation, counts, lines, choices, homeId: home?.node.id ?? null },
    blocked: lines.some(({ fate }) => fate === 'blocks'),
    confirmed: hasRecentSecondFactor(ctx),
  };
}

export type ClosingScreen = NonNullable<Awaited<ReturnType<typeof readClosing>>>;
