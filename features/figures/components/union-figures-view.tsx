import { PageHead } from '@/components/layout/member-page';
import { buttonClass } from '@/components/ui/button-style';
import { Panel } from '@/components/ui/card';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { PrintButton } from '@/components/ui/print-button';
import { Breadcrumbs } from '@/components/ui/tabs';
import { formatDateTime, formatFullDay } from '@/lib/dates';
import type { UnionFigures } from '../queries/union-figures';
import { unionFiguresHref } from '../rules/figure-address';
import { PeriodChips, PeriodDays, PeriodRefused } from './period-fields';
import { UnionFigureStats } from './union-figure-stats';
import { UnionFiguresTable } from './union-figures-table';

interface ViewProps {
  figures: UnionFigures;
  typed: { from: string; to: string };
}

function Filter({ figures, typed }: ViewProps) {
  const { period, now, asked: unit } = figures;
  return (
    <div className="no-print mb-4 flex flex-col gap-3">
      <PeriodChips
        period={period}
        now={now}
        hrefOf={(each) => unionFiguresHref({ ...each, unit })}
      />
      <form method="get" action="/desk/union-figures" aria-label="统计范围">
        {unit && <input type="hidden" name="unit" value={unit} />}
        <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap bigger:grid-cols-1">
          <PeriodDays period={period} typed={typed} />
          <button type="submit" className={buttonClass({ variant: 'secondary', block: false })}>
            看统计
          </button>
        </div>
        <PeriodRefused period={period} />
      </form>
    </div>
  );
}

function Notes({ figures }: { figures: UnionFigures }) {
  return (
    <Panel title="口径" note="点开数字看名单" className="mt-4">
      <ul className="gap-x-8 text-table text-ink-2 lg:columns-2">
        {figures.sets
          .flatMap(({ figures: each }) => each)
          .map(({ id, label, about }) => (
            <li key={id} className="mb-1 break-inside-avoid">
              <b className="font-semibold text-ink">{label}：</b>
              {about}
            </li>
          ))}
      </ul>
    </Panel>
  );
}

/** 组织统计: the whole of a unit first, then the units below as a table that opens them, 口径 beneath. */
export function UnionFiguresView({ figures, typed }: ViewProps) {
  const { period, unit, now } = figures;
  const asked = { from: period.from, to: period.to, unit: figures.asked };
  const [top, ...between] = unit.above;
  return (
    <div className="print-landscape">
      {unit.unit && figures.asked && (
        <Breadcrumbs
          trail={[
            { label: top?.name ?? '全部', href: unionFiguresHref({ ...asked, unit: undefined }) },
            ...between.map(({ id, name }) => ({
              label: name,
              href: unionFiguresHref({ ...asked, unit: id }),
            })),
            { label: unit.unit.name },
          ]}
        />
      )}
      <PageHead
        title={unit.unit && figures.asked ? `组织统计：${unit.unit.name}` : '组织统计'}
        tools={
          <>
            <LinkButton
              href={unionFiguresHref(asked, '/api/desk/union-figures')}
              variant="secondary"
              small
              icon={<Icon name="download" />}
            >
              导出表格
            </LinkButton>
            <PrintButton variant="secondary" />
          </>
        }
      >
        {`${formatFullDay(period.from)}至${formatFullDay(period.to)}，数据截至 ${formatDateTime(now, now)}`}
      </PageHead>
      <Filter figures={figures} typed={typed} />
      <UnionFigureStats figures={figures} asked={asked} />
      <div className="mt-4">
        <UnionFiguresTable figures={figures} asked={asked} />
      </div>
      <Notes figures={figures} />
    </div>
  );
}
