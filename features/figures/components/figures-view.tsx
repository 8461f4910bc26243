import { PageHead } from '@/components/layout/member-page';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import type { Figure } from '@/lib/figures';
import type { Figures } from '../queries/read-figures';
import { figuresHref } from '../rules/figure-address';
import { FigureNotes } from './figure-notes';
import { FigureStats } from './figure-stats';
import { FiguresChart } from './figures-chart';
import { FiguresFilter } from './figures-filter';
import { FiguresTable } from './figures-table';

interface FiguresViewProps {
  figures: Figures;
  registered: readonly Figure[];
  typed: { from: string; to: string };
  page: number;
}

/** 统计 of services: the whole first, then the parts as bars and as a table, 口径 beneath. */
export function FiguresView({ figures, registered, typed, page }: FiguresViewProps) {
  const { period, kind, by, now } = figures;
  const asked = { ...period, kind, by };
  return (
    <>
      <PageHead
        title="服务统计"
        tools={
          <>
            <LinkButton
              href={figuresHref(asked, '/api/desk/figures')}
              variant="secondary"
              small
              icon={<Icon name="download" />}
            >
              导出表格
            </LinkButton>
            <LinkButton
              href={figuresHref(asked, '/desk/figures/print')}
              variant="secondary"
              small
              icon={<Icon name="print" />}
            >
              打印上报表
            </LinkButton>
          </>
        }
      >
        {`${formatFullDay(period.from)}至${formatFullDay(period.to)}，数据截至 ${formatDateTime(now, now)}`}
      </PageHead>
      <FiguresFilter figures={figures} typed={typed} />
      <FigureStats figures={figures} registered={registered} />
      <FiguresChart figures={figures} />
      <div className="mt-4">
        <FiguresTable figures={figures} registered={registered} page={page} />
      </div>
      <FigureNotes figures={figures} registered={registered} />
    </>
  );
}
