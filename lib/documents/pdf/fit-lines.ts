import type { Measure } from './faces';

// A word stays in one piece, and the part of a name that ends with a point.
const PARTS = /[!-~\u00C0-\u024F]{1,24} ?|[^·\s]{1,12}·|.·?/gu;
// What is read together: a number with what it counts, a mark with what it closes or opens.
const PHRASES =
  /[“‘（《]*(?:\d{1,8}(?: ?课时|[年月日])|[\x21-\x7e]{1,12}|[^“‘（《])[，。、；：”’）》]*/gu;

const inPieces = (text: string, pieces: RegExp) => [...text.matchAll(pieces)].map(([one]) => one);

/** Pieces put on lines until each is as wide as told; the last takes what is left. */
function fill(pieces: readonly string[], isFull: (line: string, next: string) => boolean) {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && isFull(line, piece)) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  return [...lines, line].map((one) => one.trimEnd());
}

/**
 * A name in the largest of these sizes that keeps it on one line; where none does, in as few lines of
 * about one length as hold it at the smallest. A person's parts and words are not torn apart.
 * @param sizes in points, falling
 * @param width of the box, in points
 */
export function fitLines(
  text: string,
  sizes: readonly number[],
  width: number,
  measure: Measure,
): { size: number; lines: string[] } {
  const fitting = sizes.find((size) => measure(text, size) <= width);
  if (fitting) return { size: fitting, lines: [text] };
  const size = sizes.at(-1) ?? 12;
  const pieces = inPieces(text, PARTS);
  const whole = measure(text, size);
  for (let count = Math.ceil(whole / width); ; count++) {
    const share = whole / count;
    const lines = fill(
      pieces,
      (line, next) => measure(line, size) + measure(next, size) / 2 > share,
    );
    const fits = lines.every((line) => measure(line, size) <= width);
    if (fits || count > pieces.length) return { size, lines };
  }
}

/**
 * A sentence in lines of at most this width. No line begins with a closing mark or ends with an opening
 * one, and no number is torn from what it counts (GB/T 15834).
 * @param width in points
 */
export const fitLinesOf = (text: string, size: number, width: number, measure: Measure): string[] =>
  fill(inPieces(text, PHRASES), (line, next) => measure(line + next, size) > width);
