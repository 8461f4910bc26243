import type { EndState } from '../rules/term';

const words: Record<EndState, string> = { over: '已到期', soon: '快到期', later: '有效' };
const tones: Record<EndState, string> = {
  over: 'text-error',
  soon: 'text-warning',
  later: 'text-success',
};

/** How an end lies to today, in words and colour. */
export function EndMark({ state }: { state: EndState }) {
  return <span className={tones[state]}>{words[state]}</span>;
}
