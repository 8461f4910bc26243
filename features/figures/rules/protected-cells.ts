import { hideSmallCells } from '@/lib/small-cells';
import type { CountedLine } from './counted-line';

/** 应到 is the sum of these. */
const parts = ['attended', 'no_show', 'excused', 'unmarked'];
const sum = 'expected';

/** Part of the people; who is not of the part is a count as well, though no column shows it. */
const among = [
  ['first_timers', 'people'],
  ['new_form', 'people'],
] as const;
const alone = ['taken', 'families'];

/**
 * A column that is as a rule the same number as another: hidden together, or the one would tell the other.
 * Nearly everyone who took a place was expected, and nearly everyone who came came once.
 */
const alike = [
  ['expected', 'taken'],
  ['attended', 'people'],
] as const;

/** Of each line, the last of which is the whole, the ids of the figures that are hidden. */
export type HiddenFigures = readonly ReadonlySet<string>[];

/**
 * Which figures of each line are hidden in a table that is the sum of several, line by line, which its reader may
 * ask for one by one: wherever one of them hides, so that the whole less the others tells nothing that they do not.
 */
export function protectedTogether(
  tables: readonly (readonly CountedLine[])[],
  least: number,
): HiddenFigures {
  const each = tables.map((lines) => protectedCells(lines, least));
  const height = Math.max(...tables.map((lines) => lines.length));
  return Array.from(
    { length: height },
    (_, row) => new Set(each.flatMap((h) => [...(h[row] ?? [])])),
  );
}

/**
 * Which figures of each line are hidden from its reader, by id; the last line is the whole. Only what the
 * reader may not open counts: the rest could be counted in the lists anyway. Numbers of sessions and places are
 * no people's. Numbers that are no sum are treated as if they were one, which hides more, never less.
 */
export function protectedCells(lines: readonly CountedLine[], least: number): HiddenFigures {
  const hidden = lines.map(() => new Set<string>());
  const at = (line: CountedLine, id: string) => line[id]?.closed ?? 0;
  const hide = (columns: readonly string[], counts: number[][], sumAt?: number) => {
    hideSmallCells({ counts, least, sum: sumAt }).forEach((row, r) => {
      row.forEach((is, c) => {
        const id = columns[c];
        if (is && id) hidden[r]?.add(id);
      });
    });
  };
  const block = [...parts, sum];
  hide(
    block,
    lines.map((line) => block.map((id) => at(line, id))),
    block.length - 1,
  );
  for (const [part, of] of among) {
    const counts = lines.map((line) => [
      at(line, part),
      at(line, of) - at(line, part),
      at(line, of),
    ]);
    hide([part, '', of], counts, 2);
  }
  for (const id of alone)
    hide(
      [id],
      lines.map((line) => [at(line, id)]),
    );
  for (const ids of hidden) {
    for (const [one, other] of alike) if (ids.has(one)) ids.add(other);
  }
  return hidden;
}
