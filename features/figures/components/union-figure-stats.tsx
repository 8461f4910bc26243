import { Stat, Stats } from '@/components/ui/stat';
import { formatCount } from '@/lib/format';
import type { UnionFigures } from '../queries/union-figures';
import { type AskedUnionFigures, unionRowsHref } from '../rules/figure-address';
import { noteOf } from '../rules/union-share';

/** Which numbers stand together, as they are told in a report; what a reader may not open is left out. */
const rows = [
  ['new_members', 'new_members_new_form', 'members', 'members_new_form'],
  ['moved_in', 'moved_out', 'retained', 'left'],
  ['founded_employers', 'unions', 'register_founded', 'register_due'],
];

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
        note={noteOf(figure, whole, asked.to)}
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
