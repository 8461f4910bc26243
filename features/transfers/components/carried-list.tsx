import { Section } from '@/components/ui/card';
import { Cell, CellList } from '@/components/ui/cell-list';
import { Tag, type Tone } from '@/components/ui/tag';
import type { CarriedLine } from '../queries/carried';
import { type Fate, fateLabels } from '../rules/carry-over';

const tones: Record<Fate, Tone> = { moves: 'success', stays: 'neutral', ends: 'warning' };

/** What goes along and what stays, a line for each thing that the member has under way. */
export function CarriedList({ lines }: { lines: readonly CarriedLine[] }) {
  return (
    <Section title="什么跟着走，什么留下">
      <CellList>
        {lines.map(({ key, title, note, fate, count }) => (
          <Cell
            key={key}
            title={count > 0 ? `${title}（${count} 项）` : title}
            sub={note}
            value={<Tag tone={tones[fate]}>{fateLabels[fate]}</Tag>}
          />
        ))}
      </CellList>
    </Section>
  );
}
