import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { canDecideBookings } from '@/features/bookings/policy';
import { FigureRowsView } from '@/features/figures/components/figure-rows-table';
import { listFigureRows } from '@/features/figures/queries/figure-lines';
import { figureRowsFilter } from '@/features/figures/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '统计数字的名单' };

export default async function FigureRowsPage({ searchParams }: PageProps<'/desk/figures/rows'>) {
  const ctx = await requireStaff('/desk/figures/rows');
  if (!Object.values(canDecideBookings).some((may) => may.anywhere(ctx.actor))) forbidden();
  const filter = figureRowsFilter.parse(await searchParams);
  return (
    <DeskMain>
      <FigureRowsView found={await listFigureRows(ctx, filter)} filter={filter} />
    </DeskMain>
  );
}
