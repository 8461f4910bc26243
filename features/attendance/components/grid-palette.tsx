import { type AbsenceCause, causeLabels } from '@/features/absences/rules';
import { type CellState, choiceOf } from '../rules/grid-marks';

const states: readonly (CellState & { label: string })[] = [
  { state: 'present', cause: null, label: '到场' },
  { state: 'absent', cause: null, label: '缺席' },
  ...(Object.keys(causeLabels) as AbsenceCause[]).map((cause) => ({
    state: 'excused' as const,
    cause,
    label: `请假：${causeLabels[cause]}`,
  })),
];

/** What a choice of the palette puts into a cell. */
export const paletteStates: Readonly<Record<string, CellState>> = Object.fromEntries(
  states.map(({ state, cause }) => [choiceOf({ state, cause }), { state, cause }]),
);

/** Which mark the next tap puts down. */
export function GridPalette({
  chosen,
  choose,
}: {
  chosen: CellState;
  choose: (value: string) => void;
}) {
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 font-semibold">点格子记为</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {states.map(({ label, ...state }) => {
          const value = choiceOf(state);
          return (
            <label key={value} className="inline-flex min-h-target items-center gap-2">
              <input
                type="radio"
                name="choice"
                value={value}
                checked={value === choiceOf(chosen)}
                onChange={() => choose(value)}
                className="size-5 accent-ink"
              />
              {label}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
