import type { foundingForms } from '@/db/schema/enums';

/** How many seats a committee has for up to so many members. */
export interface Size {
  readonly upTo: number;
  readonly least: number;
  readonly most: number;
}

/** The setting `24=3-5 200=3-7` as data, the smallest first; null when it cannot be read so. */
export function parseSizes(text: string): Size[] | null {
  const parts = text.trim().split(/[\s，,]+/);
  const sizes = parts.map((part): Size | null => {
    const match = /^(\d{1,6})=(\d{1,3})-(\d{1,3})$/.exec(part);
    if (!match) return null;
    const [upTo = 0, least = 0, most = 0] = match.slice(1).map(Number);
    return least >= 1 && least <= most ? { upTo, least, most } : null;
  });
  const read = sizes.filter((size) => size !== null);
  const inOrder = read.every(({ upTo }, at) => at === 0 || upTo > (read[at - 1]?.upTo ?? 0));
  return read.length === parts.length && inOrder ? read : null;
}

/**
 * The seats that a committee of so many members has; beyond the last row, the last row's. An organiser (组织员)
 * is one person. Source: 工会法 11; 工会基层组织选举工作条例.
 */
export function seatsFor(
  members: number,
  sizes: readonly Size[],
  form: (typeof foundingForms)[number],
): { least: number; most: number } {
  if (form === 'organiser') return { least: 1, most: 1 };
  const row = sizes.find(({ upTo }) => members <= upTo) ?? sizes.at(-1);
  return row ? { least: row.least, most: row.most } : { least: 3, most: 5 };
}

/**
 * Whether so many candidates for so many seats are enough: at least `percent` more, in whole people. One seat
 * alone may have one candidate. Source: 工会基层组织选举工作条例; domain.md §2.2.
 */
export const hasSurplus = (candidates: number, seats: number, percent: number): boolean =>
  seats === 1 ? candidates >= 1 : (candidates - seats) * 100 >= seats * percent;

/** The least number of candidates for so many seats, in people. */
export const leastCandidates = (seats: number, percent: number): number =>
  seats === 1 ? 1 : seats + Math.ceil((seats * percent) / 100);
