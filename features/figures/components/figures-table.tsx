import { TextLink } from '@/components/ui/app-link';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pagination } from '@/components/ui/pagination';
import type { Figure } from '@/lib/figures';
import { formatCount } from '@/lib/format';
import type { Figures } from '../queries/read-figures';
import { divisionLabels } from '../rules/divisions';
import { figureRowsHref, figuresHref } from '../rules/figure-address';
import {
  type FigureColumn,
  figureColumns,
  figureText,
  hiddenMark,
  notAdditiveMark,
} from '../rules/figure-sheet';
import type { FigureCell } from '../rules/figure-table';

const PAGE = 100;

interface Line {
  readonly key: string | null;
  readonly label: string;
  readonly cells: Readonly<Record<string, FigureCell>>;
}

const spoken: Readonly<Record<string, string>> = {
  [hiddenMark]: '人数太少，不显示',
  [notAdditiveMark]: notAdditiveMark,
};

function Mark({ text }: { text: string }) {
  const words = spoken[text];
  if (!words || words === text) return <span className="text-meta text-ink-3">{text}</span>;
  return (
    <span className="text-ink-3">
      <span aria-hidden>{text}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

/** The table of a period: a line for each part, the total last; each number opens its rows. */
export function FiguresTable({
  figures,
  registered,
  page,
}: {
  figures: Figures;
  registered: readonly Figure[];
  page: number;
}) {
  const { table, by, kind, period } = figures;
  const asked = { ...period, kind, by };
  const from = (page - 1) * PAGE;
  const lines: Line[] = [...table.lines.slice(from, from + PAGE)];
  const all: Line[] = [...lines, { key: null, label: '合计', cells: table.total }];
  const shown = (column: FigureColumn, line: Line) => {
    const value = figureText(column, line.cells);
    if (typeof value === 'string') return <Mark text={value} />;
    const text = formatCount(value);
    const id = 'figure' in column ? column.figure : '';
    if (!line.cells[id]?.opens) return text;
    return (
      <TextLink
        href={figureRowsHref(asked, id, line.key ?? undefined)}
        className="inline-flex min-h-6 items-center max-lg:min-h-target"
      >
        {text}
      </TextLink>
    );
  };
  const columns: Column<Line>[] = [
    {
      head: divisionLabels[by],
      cell: ({ label, key }) => (key === null ? <b className="font-semibold">{label}</b> : label),
    },
    ...figureColumns(registered).map(
      (column): Column<Line> => ({
        head: column.head,
        right: true,
        className: 'whitespace-nowrap lg:!px-2 lg:last:!pr-4',
        cell: (line) => shown(column, line),
      }),
    ),
  ];
  const last = from + lines.length;
  return (
    <DataTable
      caption={`服务统计，按${divisionLabels[by]}`}
      compared
      columns={columns}
      rows={table.lines.length === 0 ? [] : all}
      keyOf={({ key }) => key ?? 'total'}
      empty={
        <EmptyState icon="chart" title="这段时间没有服务">
          换一段时间，或把“服务”改成全部
        </EmptyState>
      }
      foot={
        table.lines.length > PAGE && (
          <Pagination
            summary={`${from + 1}–${last}，共 ${table.lines.length} 行`}
            previousHref={page > 1 ? figuresHref(asked, '/desk/figures', page - 1) : null}
            nextHref={
              last < table.lines.length ? figuresHref(asked, '/desk/figures', page + 1) : null
            }
          />
        )
      }
    />
  );
}
