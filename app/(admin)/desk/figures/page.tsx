import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { FiguresView } from '@/features/figures/components/figures-view';
import { figureReaders } from '@/features/figures/policy';
import { readFigures } from '@/features/figures/queries/read-figures';
import { serviceFigures } from '@/features/figures/queries/registered';
import { figureFilter } from '@/features/figures/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '服务统计' };

export default async function FiguresPage({ searchParams }: PageProps<'/desk/figures'>) {
  const ctx = await requireStaff('/desk/figures');
  if (!figureReaders.some((may) => may.anywhere(ctx.actor))) forbidden();
  const filter = figureFilter.parse(await searchParams);
  const figures = await readFigures(ctx, filter);
  return (
    <DeskMain>
      <FiguresView
        figures={figures}
        registered={serviceFigures}
        typed={filter}
        page={filter.page}
      />
    </DeskMain>
  );
}
