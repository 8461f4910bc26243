import { Stat, Stats } from '@/components/ui/stat';
import type { Figure } from '@/lib/figures';
import { formatCount, formatPercent } from '@/lib/format';
import type { Figures } from '../queries/read-figures';
import { figureRowsHref } from '../rules/figure-address';
import { hiddenMark } from '../rules/figure-sheet';
import { shareOf } from '../rules/figure-table';

const rateNotes: Readonly<Record<string, readonly [of: string, words: string]>> = {
  taken: ['places', '满员率'],
  attended: ['expected', '到场率'],
};
const inFront = [
  ['sessions', 'taken', 'attended', 'no_show'],
  ['people', 'families', 'first_timers', 'new_form'],
];

/** The numbers of the whole period, each counted once; each opens its rows where its reader may. */
export function FigureStats({
  figures,
  registered,
}: {
  figures: Figures;
  registered: readonly Figure[];
}) {
  const { whole } = figures.table;
  const asked = { ...figures.period, kind: figures.kind, by: figures.by };
  const statOf = (id: string) => {
    const figure = registered.find((each) => each.id === id);
    const cell = whole[id];
    if (!figure || !cell) return null;
    const rate = rateNotes[id];
    const share = rate ? shareOf(cell, whole[rate[0]]) : null;
    return (
      <Stat
        key={id}
        label={figure.label}
        figure={cell.state === 'shown' ? formatCount(cell.value) : hiddenMark}
        unit={figure.unit}
        href={cell.opens ? figureRowsHref(asked, id) : undefined}
        note={rate && share !== null ? `${rate[1]} ${formatPercent(share)}` : undefined}
      />
    );
  };
  return (
    <div className="flex flex-col gap-4">
      {inFront.map((row) => (
        <Stats key={row[0]}>{row.map(statOf)}</Stats>
      ))}
    </div>
  );
}
