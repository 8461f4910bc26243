import type { Paper, PaperCell } from '../paper';
import type { Measure } from './faces';
import { fitLinesOf } from './fit-lines';
import type { PdfMark } from './pdf-file';

const LEFT = 84;
const RIGHT = 511;
const WIDTH = RIGHT - LEFT;
const MIDDLE = (LEFT + RIGHT) / 2;
const TOP = 70;
const BOTTOM = 790;
const BODY = { size: 14, lead: 26 };
const CELL = { size: 10, lead: 15, pad: 5, label: 78 };

type Text = Extract<PdfMark, { kind: 'text' }>;

/** Lines of marks, cut into pages where one is full. */
class Sheet {
  readonly pages: PdfMark[][] = [[]];
  y = TOP;

  /** Goes on to the next page where so many points do not fit. */
  fit(height: number): void {
    if (this.y + height <= BOTTOM) return;
    this.pages.push([]);
    this.y = TOP;
  }

  put(...marks: readonly PdfMark[]): void {
    this.pages.at(-1)?.push(...marks);
  }

  line(text: string, size: number, lead: number, look: Partial<Text> = {}): void {
    this.fit(lead);
    this.y += lead;
    this.put({ kind: 'text', text, x: LEFT, y: this.y, size, ...look });
  }
}

function putLetter(sheet: Sheet, paper: Paper, measure: Measure): void {
  const { size, lead } = BODY;
  if (paper.number) sheet.line(paper.number, 12, 22, { x: MIDDLE, align: 'centre' });
  sheet.y += 12;
  if (paper.to) sheet.line(`${paper.to}：`, size, lead);
  for (const paragraph of paper.paragraphs)
    for (const [at, line] of fitLinesOf(`　　${paragraph}`, size, WIDTH, measure).entries())
      sheet.line(line.trimStart(), size, lead, at === 0 ? { x: LEFT + 2 * size } : {});
  sheet.y += 30;
  sheet.fit(2 * lead);
  const right = { x: RIGHT, align: 'right' } as const;
  if (paper.signer) sheet.line(paper.signer, size, lead, right);
  if (paper.date) sheet.line(paper.date, size, lead, right);
}

const linesIn = (value: string, width: number, measure: Measure): string[] =>
  value
    .split('\n')
    .flatMap((part) => (part === '' ? [''] : fitLinesOf(part, CELL.size, width, measure)));

function putRow(sheet: Sheet, row: readonly PaperCell[], measure: Measure): void {
  const width = WIDTH / row.length;
  const { size, lead, pad, label } = CELL;
  const cells = row.map((one) => ({
    label: linesIn(one.label, label - 2 * pad, measure),
    value: linesIn(one.value, width - label - 2 * pad, measure),
  }));
  const most = Math.max(...cells.map((one) => Math.max(one.label.length, one.value.length)));
  const height = most * lead + 2 * pad;
  sheet.fit(height);
  const frame = { kind: 'frame', y: sheet.y, height, line: 0.6, colour: '#000000' } as const;
  for (const [at, one] of cells.entries()) {
    const x = LEFT + at * width;
    const texts = (lines: readonly string[], from: number): Text[] =>
      lines.flatMap((text, n) =>
        text.trim() === ''
          ? []
          : { kind: 'text', text, x: from + pad, y: sheet.y + pad + (n + 1) * lead - 4, size },
      );
    sheet.put(
      { ...frame, x, width: label },
      { ...frame, x: x + label, width: width - label },
      ...texts(one.label, x),
      ...texts(one.value, x + label),
    );
  }
  sheet.y += height;
}

/**
 * A paper on A4, page by page: the heading, then the letter or the rows of the form. What is blank stays so.
 * @param measure the width that a line will have on paper
 */
export function paperSheet(paper: Paper, measure: Measure): PdfMark[][] {
  const sheet = new Sheet();
  const bold: Measure = (value, size) => measure(value, size, 'bold');
  for (const line of fitLinesOf(paper.title, 20, WIDTH, bold))
    sheet.line(line, 20, 30, { x: MIDDLE, align: 'centre', weight: 'bold', role: 'H1' });
  if (paper.rows.length === 0) putLetter(sheet, paper, measure);
  sheet.y += 10;
  for (const row of paper.rows) putRow(sheet, row, measure);
  return sheet.pages;
}
