let last = (process.pid % 1000) * 100_000;

/** Never the same twice in one process, and rarely across processes. */
export const serial = (): number => ++last;
