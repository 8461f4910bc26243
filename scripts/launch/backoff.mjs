const FIRST_MS = 250;
const MOST_MS = 30_000;
const CALM_MS = 60_000;

/**
 * How long to wait before something that ended is started again: twice as long after each early end, and
 * from the beginning after a calm minute.
 * @returns a function of the milliseconds it lived, which answers with those to wait
 */
export function makeBackoff() {
  let wait = 0;
  return (lived) => {
    wait = lived >= CALM_MS ? FIRST_MS : Math.min(MOST_MS, wait * 2 || FIRST_MS);
    return wait;
  };
}
