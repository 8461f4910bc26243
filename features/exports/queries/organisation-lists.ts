import 'server-only';
import { z } from 'zod';
import { countMembersBelow } from '@/features/members/queries/count-members';
import { canSeeOrganisations } from '@/features/organisations/policy';
import {
  countEmployers,
  type EmployerRow,
  employerParts,
} from '@/features/organisations/queries/employers';
import {
  listTree,
  searchOrganisations,
  type TreeNode,
} from '@/features/organisations/queries/tree';
import { kindLabels } from '@/features/organisations/rules/kinds';
import { placeName } from '@/features/organisations/rules/place-name';
import { employerFilter } from '@/features/organisations/schema/employer';
import type { Ctx } from '@/lib/ctx';
import { sharedWords } from '@/lib/search';
import { said, saidPlace, searched } from './filter-words';
import { exportedList, onePart, ROWS_AT_ONCE } from './opened-list';

const inOrder = (nodes: readonly TreeNode[]): TreeNode[] =>
  nodes.flatMap((node) => [node, ...inOrder(node.children)]);

/** The officer's tree from top to bottom, or those of it that the search finds. */
async function organisationsOf(tx: Ctx, q: string, most: number) {
  const scope = canSeeOrganisations.organisationsOf(tx.actor);
  const all = inOrder(await listTree(tx, scope, true));
  const byId = new Map(all.map((node) => [node.id, node]));
  const found = q
    ? (await searchOrganisations(tx, scope, q, most)).flatMap(({ id }) => byId.get(id) ?? [])
    : [...byId.values()];
  return found.map((node) => ({ ...node, parent: byId.get(node.parentId ?? '')?.shortName ?? '' }));
}
type OrganisationRow = Awaited<ReturnType<typeof organisationsOf>>[number] & {
  readonly members: number | null;
};

/** 组织: the tree as the page lists it, each with the members whom the officer may see. */
export const organisationList = exportedList({
  name: 'organisations',
  path: '/desk/organisations',
  may: canSeeOrganisations.anywhere,
  filter: z.object({ q: sharedWords }),
  columns: [
    { header: '组织', width: 34, value: (row: OrganisationRow) => row.name },
    { header: '简称', width: 24, value: (row) => row.shortName },
    { header: '类型', width: 18, value: (row) => kindLabels[row.kind] },
    { header: '上级', width: 24, value: (row) => row.parent },
    { header: '会员，含下级', width: 14, value: (row) => row.members },
    { header: '状态', width: 10, value: (row) => (row.closed ? '已撤销' : '') },
  ],
  async list(tx, { q }, most) {
    const rows = await organisationsOf(tx, q, most + 1);
    return {
      title: '组织',
      words: searched(q, true),
      total: rows.length,
      organisationId: canSeeOrganisations.organisationsOf(tx.actor)[0],
      parts: (ctx) =>
        onePart(async () => {
          const counts = await countMembersBelow(ctx);
          return rows.map((row) => ({ ...row, members: counts.get(row.id)?.members ?? null }));
        }),
    };
  },
});

const unionWords = { with: '有工会', without: '还没有工会', '': undefined } as const;

/** 用人单位, as the page lists them. */
export const employerList = exportedList({
  name: 'employers',
  path: '/desk/organisations/employers',
  may: canSeeOrganisations.anywhere,
  filter: employerFilter.omit({ page: true }),
  columns: [
    { header: '单位', width: 34, value: (row: EmployerRow) => row.name },
    { header: '信用代码', width: 22, value: (row) => row.uscc ?? '' },
    { header: '所在地', value: (row) => placeName(row.townName ?? '') },
    { header: '工会', width: 30, value: (row) => row.unionName ?? '' },
    { header: '行业', value: (row) => row.industry ?? '' },
    { header: '职工', width: 10, value: (row) => row.staffCount },
  ],
  async list(tx, wanted) {
    const asked = { ...wanted, page: 1 };
    return {
      title: '用人单位',
      words: [
        ...said('工会', unionWords[wanted.union]),
        ...(await saidPlace(tx, '辖区', wanted.town)),
        ...searched(wanted.q, true),
      ],
      total: await countEmployers(tx, asked),
      organisationId: canSeeOrganisations.organisationsOf(tx.actor)[0],
      parts: (ctx) => employerParts(ctx, asked, ROWS_AT_ONCE),
    };
  },
});
