import { Stat, Stats } from '@/components/ui/stat';
import { formatFullDay } from '@/lib/dates';
import type { Figure } from '@/lib/figures';
import { formatCount } from '@/lib/format';
import type { UnionFigures } from '../queries/union-figures';
import { type AskedUnionFigures, unionRowsHref } from '../rules/figure-address';
import { shareWords } from '../rules/union-share';

/** Which numbers stand together, as they are told in a report; what a reader may not open is left out. */
const rows = [
  ['new_members', 'new_members_new_form', 'members', 'members_new_form'],
  ['moved_in', 'moved_out', 'retained', 'left'],
  ['founded_employers', 'unions', 'register_founded', 'register_due'],
];

const sinceWhen = (figure: Figure, to: string): string | undefined => {
  if (figure.time === 'as_of') return `截至${formatFullDay(to)}`;
  return figure.time === 'now' ? '按现在的台账' : undefined;
};

/** The numbers of the whole unit; each opens its rows. */
export function UnionFigureStats({
  figures: { sets, whole },
  asked,
}: {
  figures: UnionFigures;
  asked: AskedUnionFigures;
}) {
  const known = sets.flatMap(({ figures }) => figures);
  const statOf = (id: string) => {
    const figure = known.find((each) => each.id === id);
    if (!figure) return [];
    return [
      <Stat
        key={id}
        label={figure.label}
        figure={formatCount(whole[id] ?? 0)}
        unit={figure.unit}
        href={unionRowsHref(asked, id)}
        note={shareWords(id, whole) ?? sinceWhen(figure, asked.to)}
      />,
    ];
  };
  return (
    <div className="flex flex-col gap-4">
      {rows.map((ids) => {
        const stats = ids.flatMap(statOf);
        return stats.length > 0 && <Stats key={ids[0]}>{stats}</Stats>;
      })}
    </div>
  );
}
