import { Cell, CellList } from '@/components/ui/cell-list';
import { Tag, type Tone } from '@/components/ui/tag';
import { formatFullDay } from '@/lib/dates';
import type { Secondment } from '../queries/secondments';
import { type SecondmentState, secondmentLabels } from '../rules/secondment';

export const stateTones: Record<SecondmentState, Tone> = {
  coming: 'info',
  running: 'success',
  over: 'neutral',
  withdrawn: 'neutral',
};

/** 2026年3月1日 至 2026年8月31日; what was agreed, where it ended before. */
export function spanOf({ startsOn, endsOn, lastOn, state }: Secondment): string {
  const last = state === 'withdrawn' ? endsOn : lastOn;
  const early = last < endsOn ? `（原定至 ${formatFullDay(endsOn)}）` : '';
  return `${formatFullDay(startsOn)} 至 ${formatFullDay(last)}${early}`;
}

/** One line for each: where, how long, why, and how it stands. */
export function SecondmentLines({ lines }: { lines: readonly Secondment[] }) {
  return (
    <CellList>
      {lines.map((line) => (
        <Cell
          key={line.id}
          title={line.host}
          sub={[spanOf(line), line.reason, line.endReason].filter(Boolean).join('，')}
          value={<Tag tone={stateTones[line.state]}>{secondmentLabels[line.state]}</Tag>}
        />
      ))}
    </CellList>
  );
}
