type Delimiters = RegExp;

interface Parsed {
  rows: string[][];
  /** The row in which a quoted cell began that never ends, or null. */
  openAt: number | null;
}

const LINE = /\r\n|\r|\n/y;
const QUOTED = /[^\S\r\n\t]*"((?:[^"]|"")*)"([^\r\n"]*?)/y;

const stickyAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

/** RFC 4180: quoted cells hold delimiters, doubled quotes and line breaks; a quote elsewhere is itself. */
function parse(text: string, delimiters: Delimiters, mayQuote: boolean): Parsed {
  const plain = new RegExp(`(?:(?!${delimiters.source})[^\\r\\n])*`, 'y');
  const delimiter = new RegExp(delimiters.source, 'y');
  const rows: string[][] = [];
  let row: string[] = [];
  let openAt: number | null = null;
  for (let at = 0; at <= text.length; ) {
    const quoted = mayQuote ? stickyAt(QUOTED, text, at) : null;
    if (quoted) at += quoted[0].length;
    else if (mayQuote && text[at] === '"') openAt ??= rows.length;
    const rest = stickyAt(plain, text, at)?.[0] ?? '';
    at += rest.length;
    row.push(`${quoted?.[1]?.replaceAll('""', '"') ?? ''}${rest}`);
    const parted = stickyAt(delimiter, text, at);
    if (parted) {
      at += parted[0].length;
      continue;
    }
    const line = stickyAt(LINE, text, at);
    rows.push(row);
    row = [];
    if (!line) break;
    at += line[0].length;
  }
  return { rows, openAt };
}

const trimmed = (rows: readonly string[][]) => rows.map((row) => row.map((cell) => cell.trim()));
const ANY = /[,，;；]/;

/**
 * Rows of a .csv: parted by what parts its first line: tabs, else commas, else semicolons; a file parted
 * by hand (，；) as pasted text is. Row numbers are those a spreadsheet shows.
 * @returns the row whose quotation never ends instead, counted from 0
 */
export function rowsOfCsv(text: string): string[][] | { openAt: number } {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const by = [/\t/, /,/, /;/].find((one) => one.test(first));
  if (!by) return rowsOfText(text);
  const { rows, openAt } = parse(text, by, true);
  return openAt === null ? trimmed(rows) : { openAt };
}

/** A line written by hand: the phone begins a new cell, and a comma of either kind parts. */
function rowByHand(line: string): string[] {
  if (ANY.test(line)) return parse(line, ANY, true).rows[0] ?? [];
  // Spaces are made one first: looking ahead from each of many thousands would take minutes.
  return line.replace(/\s+/g, ' ').split(/ (?=[+\d])/);
}

/**
 * Rows of pasted text: copied out of a spreadsheet when there are tabs, else one a line, cells parted by
 * comma or semicolon, else by spaces. A quotation that never ends is just a mark.
 */
export function rowsOfText(text: string): string[][] {
  const tabs = text.includes('\t') ? parse(text, /\t/, true) : null;
  const whole = tabs ?? parse(text, ANY, true);
  const lines = text.split(/\r\n|\r|\n/);
  const rows = whole.openAt === null && whole.rows.length < lines.length ? whole.rows : null;
  if (rows) return trimmed(rows);
  return trimmed(
    lines.map((line) =>
      line.includes('\t') ? (parse(line, /\t/, true).rows[0] ?? []) : rowByHand(line),
    ),
  );
}
