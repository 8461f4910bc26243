import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SplitView } from '@/components/ui/split-view';
import { ListExport } from '@/features/exports/components/list-export';
import { canImportUnions } from '@/features/imports/policy';
import { OrganisationDetail } from '@/features/lifecycle/components/organisation-detail';
import { countMembersBelow } from '@/features/members/queries/count-members';
import { TreePane } from '@/features/organisations/components/tree-pane';
import { canManageOrganisations } from '@/features/organisations/policy';
import { readTreeScreen } from '@/features/organisations/queries/screen';
import { searchOrganisations } from '@/features/organisations/queries/tree';
import { openSearch } from '@/lib/auth/search';
import { requireStaff } from '@/lib/auth/session';
import { sharedWords } from '@/lib/search';

export const metadata: Metadata = { title: '组织' };

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function OrganisationsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireStaff('/desk/organisations');
  const search = await searchParams;
  const { id, q } = search;
  const screen = await readTreeScreen(ctx, typeof id === 'string' ? id : undefined);
  if (!screen) notFound();
  const { wanted, lost } = openSearch(ctx, { q: sharedWords.parse(q) });
  const query = wanted.q;
  const scope = screen.tree.map((root) => root.id);
  const [counts, found] = await Promise.all([
    countMembersBelow(ctx),
    searchOrganisations(ctx, scope, query),
  ]);
  const path = screen.trail.map((node) => node.id);
  return (
    <SplitView
      open={id !== undefined}
      list={
        <>
          <TreePane
            nodes={screen.tree}
            selectedId={screen.selected.id}
            openIds={new Set(path)}
            counts={new Map([...counts].map(([key, count]) => [key, count.members]))}
            query={query}
            lost={lost}
            found={found}
            mayCreate={canManageOrganisations(ctx.actor, path)}
            mayImport={canImportUnions.anywhere(ctx.actor)}
          />
          <ListExport ctx={ctx} list="organisations" search={search} inPane />
        </>
      }
      detail={
        <OrganisationDetail
          ctx={ctx}
          selected={screen.selected}
          trail={screen.trail}
          count={counts.get(screen.selected.id)}
        />
      }
    />
  );
}
