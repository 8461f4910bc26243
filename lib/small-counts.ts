/**
 * A count of people as it may be told to who may not open their rows: nothing below `least`, and above
 * it in whole steps of `least`, rounded down. So neither a few, nor the few that are missing from a total
 * told the same way, nor one more or less by another condition, can be worked out.
 * @returns 0 for fewer than `least`, none included
 */
export const roughly = (n: number, least: number): number => n - (n % least);
