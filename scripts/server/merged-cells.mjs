// Cells that a workbook shows as one: its file holds the value in the first of them alone.

const numberOf = (letters) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The merged areas of a sheet, first and last row and column, counted from 0. */
export function mergedIn(xml) {
  const areas = xml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g);
  return [...areas].map(([, left, top, right, bottom]) => ({
    top: Number(top) - 1,
    bottom: Number(bottom) - 1,
    left: numberOf(left) - 1,
    right: numberOf(right) - 1,
  }));
}

/** The rows with the value of each area in all of its cells, as far as the rows reach. */
export function filledIn(rows, areas) {
  const filled = rows.map((row) => [...row]);
  for (const { top, bottom, left, right } of areas) {
    const value = filled[top]?.[left];
    if (value === null || value === undefined) continue;
    for (const row of filled.slice(top, bottom + 1))
      for (let at = left; at <= Math.min(right, row.length - 1); at++) row[at] ??= value;
  }
  return filled;
}
