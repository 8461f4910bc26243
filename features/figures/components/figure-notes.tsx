import { Panel } from '@/components/ui/card';
import type { Figure } from '@/lib/figures';
import type { Figures } from '../queries/read-figures';
import { sheetNotes } from '../rules/figure-sheet';

/** 口径 of every number of the page, and what its marks mean. */
export function FigureNotes({
  figures,
  registered,
}: {
  figures: Figures;
  registered: readonly Figure[];
}) {
  return (
    <Panel title="口径" note="时间按场次的第一天算" className="mt-4">
      <ul className="gap-x-8 text-table text-ink-2 lg:columns-2">
        {sheetNotes(registered, figures.table, figures.least).map((note) => {
          const [label = '', ...words] = note.split('：');
          return (
            <li key={note} className="mb-1 break-inside-avoid">
              {words.length > 0 && <b className="font-semibold text-ink">{label}：</b>}
              {words.length > 0 ? words.join('：') : label}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
