import 'server-only';
import { readName } from '@/lib/china/pinyin';
import type { Ctx } from '@/lib/ctx';
import { read } from '@/lib/transaction';
import { listTree, type TreeNode } from './tree';

export interface OrganisationChoice {
  readonly id: string;
  readonly name: string;
  /** How far below the first. */
  readonly depth: number;
  /** Its pinyin and its initials, for a search. */
  readonly reading: string;
}

function* flat(nodes: readonly TreeNode[], depth: number): Generator<OrganisationChoice> {
  for (const { id, kind, shortName: name, children } of nodes) {
    if (kind === 'partner') continue;
    const { full, initials } = readName(name);
    yield { id, name, depth, reading: `${full} ${initials}` };
    yield* flat(children, depth + 1);
  }
}

/**
 * Open organisations at or below some, to choose one from, in the order of the tree: each is followed by what
 * lies below it. A partner, such as a hospital, is none of them.
 * @param organisationIds usually `permission.organisationsOf(actor)`
 */
export const listOrganisationChoices = (
  ctx: Ctx,
  organisationIds: readonly string[],
): Promise<OrganisationChoice[]> =>
  read(ctx, async (tx) => [...flat(await listTree(tx, organisationIds), 0)]);
