import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/lib/format';
import type { UnionFigures } from '../queries/union-figures';
import { type AskedUnionFigures, unionFiguresHref, unionRowsHref } from '../rules/figure-address';

interface Line {
  readonly key: string | null;
  readonly label: string;
  readonly unitId: string | null;
  readonly numbers: Readonly<Record<string, number>>;
}

const target = 'inline-flex min-h-6 items-center max-lg:min-h-target';

/** The table of the units below, the total last: a name opens the unit, a number its rows. */
export function UnionFiguresTable({
  figures: { sets, lines, whole },
  asked,
}: {
  figures: UnionFigures;
  asked: AskedUnionFigures;
}) {
  const total: Line = { key: null, label: '合计', unitId: null, numbers: whole };
  const columns: Column<Line>[] = [
    {
      head: '单位',
      className: 'lg:min-w-[9em]',
      cell: ({ label, unitId, key }) => {
        if (key === null) return <b className="font-semibold">{label}</b>;
        if (!unitId) return label;
        return (
          <TextLink href={unionFiguresHref({ ...asked, unit: unitId })} className={target}>
            {label}
          </TextLink>
        );
      },
    },
    ...sets
      .flatMap(({ figures }) => figures)
      .map(
        ({ id, label }): Column<Line> => ({
          head: <span className="lg:block lg:max-w-[4.5em] lg:whitespace-normal">{label}</span>,
          right: true,
          className: 'lg:!px-2 lg:last:!pr-4',
          cell: ({ key, numbers }) => {
            const value = numbers[id] ?? 0;
            if (value === 0) return '0';
            return (
              <TextLink href={unionRowsHref(asked, id, key ?? undefined)} className={target}>
                {formatCount(value)}
              </TextLink>
            );
          },
        }),
      ),
  ];
  return (
    <DataTable
      caption="组织统计，按下级单位"
      compared
      columns={columns}
      rows={lines.length === 0 ? [] : [...lines, total]}
      keyOf={({ key }) => key ?? 'total'}
      empty={
        <EmptyState icon="chart" title="下面没有单位">
          上面的数字就是全部
        </EmptyState>
      }
    />
  );
}
