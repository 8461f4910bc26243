import { endStateLabels } from '../rules/end-labels';
import type { EndState } from '../rules/term';

const tones: Record<EndState, string> = {
  over: 'text-error',
  soon: 'text-warning',
  later: 'text-success',
};

/** How an end lies to today, in words and colour. */
export function EndMark({ state }: { state: EndState }) {
  return <span className={tones[state]}>{endStateLabels[state]}</span>;
}
