import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { DeskMain } from '@/components/layout/desk-shell';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { FiguresSheet } from '@/features/figures/components/figures-sheet';
import { figureReaders } from '@/features/figures/policy';
import { readFigures } from '@/features/figures/queries/read-figures';
import { serviceFigures } from '@/features/figures/queries/registered';
import { describeReporter } from '@/features/figures/queries/reporter';
import { figuresHref } from '@/features/figures/rules/figure-address';
import { figureFilter } from '@/features/figures/schema';
import { requireStaff } from '@/lib/auth/session';

export const metadata: Metadata = { title: '服务统计表' };

export default async function FiguresPrintPage({ searchParams }: PageProps<'/desk/figures/print'>) {
  const ctx = await requireStaff('/desk/figures/print');
  if (!figureReaders.some((may) => may.anywhere(ctx.actor))) forbidden();
  const figures = await readFigures(ctx, figureFilter.parse(await searchParams));
  const { period, kind, by } = figures;
  return (
    <DeskMain>
      <div className="no-print mb-4 flex flex-wrap items-center gap-3">
        <LinkButton variant="secondary" small href={figuresHref({ ...period, kind, by })}>
          返回统计
        </LinkButton>
        <span className="needs-script">
          <PrintButton />
        </span>
        <p className="text-ink-2">A4 横向</p>
      </div>
      <FiguresSheet
        figures={figures}
        registered={serviceFigures}
        unit={await describeReporter(ctx)}
      />
    </DeskMain>
  );
}
