import { BarChart } from '@/components/charts/bar-chart';
import { LineChart } from '@/components/charts/line-chart';
import { Panel } from '@/components/ui/card';
import type { Figures } from '../queries/read-figures';
import { divisionLabels } from '../rules/divisions';
import { figureRowsHref } from '../rules/figure-address';
import type { FigureLine } from '../rules/figure-table';

const MOST = 15;
const drawn = ['attended', 'no_show'] as const;

/** Who came and who did not, line by line of the table; months as a line. */
export function FiguresChart({ figures }: { figures: Figures }) {
  const { table, by, kind, period } = figures;
  if (table.lines.length < 2) return null;
  const asked = { ...period, kind, by };
  const href = ({ key, cells }: FigureLine, id: string) =>
    cells[id]?.opens ? figureRowsHref(asked, id, key) : undefined;
  const value = ({ cells }: FigureLine, id: string) =>
    cells[id]?.state === 'shown' ? cells[id].value : null;
  const months = table.lines.map((line) => value(line, 'attended'));
  if (by === 'month' && months.every((n) => n !== null))
    return (
      <Panel title="每月到场人次" className="mt-4">
        <div className="max-w-[760px]">
          <LineChart
            caption="每月到场人次"
            points={table.lines.map((line, at) => ({
              label: `${line.key.endsWith('-01') ? `${line.key.slice(0, 4)}年` : ''}${Number(line.key.slice(5))}月`,
              value: months[at] ?? 0,
              href: href(line, 'attended'),
            }))}
          />
        </div>
      </Panel>
    );
  const ordered = table.lines.toSorted(
    (a, b) => (value(b, 'attended') ?? 0) - (value(a, 'attended') ?? 0),
  );
  const lines = (table.lines.length > MOST ? ordered : [...table.lines]).slice(0, MOST);
  const note =
    table.lines.length > MOST ? `到场最多的 ${MOST} 行，全部见下表` : '深色：到场，浅色：爽约';
  return (
    <Panel title={`到场和爽约，按${divisionLabels[by]}`} note={note} className="mt-4">
      <BarChart
        caption={`到场和爽约人次，按${divisionLabels[by]}`}
        heads={['到场', '爽约']}
        bars={lines.map((line) => ({
          label: line.label,
          hrefs: drawn.map((id) => href(line, id)),
          parts: drawn.map((id) => value(line, id)),
        }))}
      />
    </Panel>
  );
}
