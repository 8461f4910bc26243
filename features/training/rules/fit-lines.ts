/** How wide a line is at size 1: a Chinese character fills the square, a letter a good half of it. */
export const unitsOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (one < '\u0250' ? 0.62 : 1), 0);

/**
 * A text in the largest of these sizes that keeps it on one line; where none does, in lines of about
 * one length at the smallest.
 * @param width in points
 */
export function fitLines(
  text: string,
  sizes: readonly number[],
  width: number,
): { size: number; lines: string[] } {
  const units = unitsOf(text);
  const fitting = sizes.find((size) => units * size <= width);
  if (fitting) return { size: fitting, lines: [text] };
  const size = sizes.at(-1) ?? 12;
  const count = Math.ceil((units * size) / (width - size));
  const share = units / count;
  const lines: string[] = [];
  let line = '';
  for (const one of text) {
    if (lines.length < count - 1 && unitsOf(line) >= share) {
      lines.push(line);
      line = '';
    }
    line += one;
  }
  return { size, lines: [...lines, line] };
}
