import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { UnionFiguresView } from '@/features/figures/components/union-figures-view';
import { unionFigureReaders } from '@/features/figures/policy';
import { readUnionFigures } from '@/features/figures/queries/union-figures';
import { unionFigureFilter } from '@/features/figures/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '组织统计' };

export default async function UnionFiguresPage({ searchParams }: PageProps<'/desk/union-figures'>) {
  const ctx = await requireStaff('/desk/union-figures');
  if (!unionFigureReaders.some((may) => may.anywhere(ctx.actor))) forbidden();
  const filter = unionFigureFilter.parse(await searchParams);
  return (
    <DeskMain>
      <UnionFiguresView figures={await readUnionFigures(ctx, filter)} typed={filter} />
    </DeskMain>
  );
}
