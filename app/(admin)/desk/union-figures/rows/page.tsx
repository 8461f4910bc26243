import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { ListExport } from '@/features/exports/components/list-export';
import { UnionRowsView } from '@/features/figures/components/union-rows-view';
import { unionFigureReaders } from '@/features/figures/policy';
import { listUnionRows } from '@/features/figures/queries/union-rows';
import { unionRowsFilter } from '@/features/figures/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '统计数字的名单' };

export default async function UnionRowsPage({
  searchParams,
}: PageProps<'/desk/union-figures/rows'>) {
  const ctx = await requireStaff('/desk/union-figures/rows');
  if (!unionFigureReaders.some((may) => may.anywhere(ctx.actor))) forbidden();
  const search = await searchParams;
  const filter = unionRowsFilter.parse(search);
  return (
    <DeskMain>
      <UnionRowsView found={await listUnionRows(ctx, filter)} filter={filter} />
      <ListExport ctx={ctx} list="union_figures" search={search} />
    </DeskMain>
  );
}
