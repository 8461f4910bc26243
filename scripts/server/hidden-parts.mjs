// What the author of a workbook had hidden; read-excel-file reads it like the rest.

const attributesOf = (tag) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );

const tagsOf = (xml, name) =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\b([^>]*)>`, 'g'))].map(([, tag]) =>
    attributesOf(tag),
  );

const isTrue = (value) => value === '1' || value === 'true';
const isHidden = ({ hidden, ht, width }) => isTrue(hidden) || Number(ht ?? width ?? 1) === 0;

/** Rows are numbered one by one; one that does not say its number follows the one before. */
function hiddenRows(xml) {
  const rows = new Set();
  let at = 0;
  for (const row of tagsOf(xml, 'row')) {
    at = Number(row.r ?? at + 1);
    if (isHidden(row)) rows.add(at);
  }
  return rows;
}

/**
 * The first sheet that is shown (its place among all), how many sheets are not, and the rows and columns
 * hidden in it, counted from 1. By a filter, a group or by hand: the file says it alike.
 */
export function hiddenOf(entries) {
  const files = new Map(entries.map(({ name, data }) => [String(name).replace(/^\//, ''), data]));
  const text = (name) => String(files.get(name) ?? '');
  const sheets = tagsOf(text('xl/workbook.xml'), 'sheet');
  const shown = sheets.findIndex(({ state }) => state !== 'hidden' && state !== 'veryHidden');
  const sheet = Math.max(0, shown);
  const relations = tagsOf(text('xl/_rels/workbook.xml.rels'), 'Relationship');
  const target = relations.find(({ Id }) => Id === sheets[sheet]?.['r:id'])?.Target ?? '';
  const xml = text(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  const spans = tagsOf(xml, 'col').filter(isHidden);
  return {
    sheet,
    xml,
    filledRows: xml.split(/<(?:\w+:)?row\b(?:[^>]*[^/])?>/).length - 1,
    sheets: sheets.filter(({ state }) => state === 'hidden' || state === 'veryHidden').length,
    rows: hiddenRows(xml),
    columns: (at) => spans.some(({ min, max }) => Number(min) <= at && at <= Number(max)),
  };
}
