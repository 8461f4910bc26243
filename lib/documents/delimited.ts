import { CsvError, parse } from 'csv-parse/sync';

/** Rows of cells, or the row (from 0) in which a quotation begins that never ends. */
type Parsed = string[][] | { readonly openAt: number };

const COMMAS = [',', '，', ';', '；'];

const common = {
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
};
/** Room around a quoted cell is none of it; else, where text follows a quotation, all of it is the cell. */
const ways = [
  { ...common, trim: true },
  { ...common, ltrim: true },
];

/** RFC 4180, with rows of any length; a quotation mark within a cell is itself. */
function parseRows(
  text: string,
  delimiter: string[],
  quote: '"' | false = '"',
  [way, ...others] = ways,
): Parsed {
  try {
    const rows: string[][] = parse(text, { ...way, delimiter, quote });
    return rows.map((row) => row.map((cell) => cell.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (others.length > 0 && error.code !== 'CSV_QUOTE_NOT_CLOSED')
      return parseRows(text, delimiter, quote, others);
    return { openAt: Number(error.records) };
  }
}

const isOpen = (parsed: Parsed): parsed is { readonly openAt: number } => 'openAt' in parsed;

/** One line, in which a quotation that never ends is just a mark. */
function cellsOf(line: string, delimiter: string[]): string[] {
  if (!line.includes('"'))
    return line.split(new RegExp(`[${delimiter.join('')}]`)).map((cell) => cell.trim());
  const parsed = parseRows(line, delimiter);
  const rows = isOpen(parsed) ? parseRows(line, delimiter, false) : parsed;
  return isOpen(rows) ? [line] : (rows[0] ?? ['']);
}

/**
 * Rows of a .csv: parted by what parts its first line: tabs, else commas, else semicolons; a file parted
 * by hand (，；) as pasted text is. Row numbers are those a spreadsheet shows.
 * @returns the row whose quotation never ends instead, counted from 0
 */
export function rowsOfCsv(text: string): Parsed {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const by = ['\t', ',', ';'].find((one) => first.includes(one));
  return by ? parseRows(text, [by]) : rowsOfText(text);
}

/** A line written by hand: the phone begins a new cell, and a comma of either kind parts. */
function rowByHand(line: string): string[] {
  if (line.includes('\t')) return cellsOf(line, ['\t']);
  if (COMMAS.some((comma) => line.includes(comma))) return cellsOf(line, COMMAS);
  // Spaces are made one first: looking ahead from each of many thousands would take minutes.
  return line
    .replace(/\s+/g, ' ')
    .split(/ (?=[+\d])/)
    .map((cell) => cell.trim());
}

/**
 * Rows of pasted text: copied out of a spreadsheet when there are tabs, else one a line, cells parted by
 * comma or semicolon, else by spaces. A quotation that never ends is just a mark.
 */
export function rowsOfText(text: string): string[][] {
  const lines = text.replace(/(\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/);
  if (!text.includes('"')) return lines.map(rowByHand);
  // A line break within a cell shows: there are fewer rows than lines.
  const whole = parseRows(text, text.includes('\t') ? ['\t'] : COMMAS);
  return !isOpen(whole) && whole.length < lines.length ? whole : lines.map(rowByHand);
}
