import PDFDocument from 'pdfkit';
import { type Face, measure, runsOf, type Weight } from './faces';

// What pdfkit takes and its types do not know: a face that is open already, and PDF/UA.
declare global {
  namespace PDFKit.Mixins {
    interface PDFFont {
      registerFont(name: string, face: Face): this;
    }
  }
}
const readable: object = { subset: 'PDF/UA', tagged: true, lang: 'zh-CN', displayTitle: true };

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** What stands on the page; the origin is the upper left corner, as on screens. */
export type PdfMark =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Left edge, middle or right edge, as `align` says. */
      readonly x: number;
      /** Where the characters stand: the baseline. */
      readonly y: number;
      readonly size: number;
      readonly weight?: Weight;
      readonly align?: 'left' | 'centre' | 'right';
      readonly colour?: string;
      /** What a screen reader takes it for; a paragraph unless said. */
      readonly role?: 'H1' | 'P';
    }
  | {
      readonly kind: 'frame';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly line: number;
      readonly colour: string;
    }
  /** A drawing of `M x y h w v1 h-w z` runs, as lib/documents/qr makes them. */
  | {
      readonly kind: 'code';
      readonly drawing: { readonly size: number; readonly path: string };
      readonly x: number;
      readonly y: number;
      readonly side: number;
      /** What it leads to, for who cannot see it. */
      readonly alt: string;
    };

type Doc = InstanceType<typeof PDFDocument>;

/** Where a line begins on the left. */
function leftOf(mark: Extract<PdfMark, { kind: 'text' }>): number {
  const width = measure(mark.text, mark.size, mark.weight);
  const shift = mark.align === 'centre' ? width / 2 : mark.align === 'right' ? width : 0;
  return mark.x - shift;
}

function drawText(doc: Doc, mark: Extract<PdfMark, { kind: 'text' }>): void {
  let x = leftOf(mark);
  for (const { face, text } of runsOf(mark.text, mark.weight ?? 'regular')) {
    doc.registerFont(face.postscriptName, face);
    doc
      .font(face.postscriptName)
      .fontSize(mark.size)
      .fillColor(mark.colour ?? '#000000');
    doc.text(text, x, mark.y, { lineBreak: false, baseline: 'alphabetic' });
    x += doc.widthOfString(text);
  }
}

function drawCode(doc: Doc, { drawing, x, y, side }: Extract<PdfMark, { kind: 'code' }>): void {
  const unit = side / drawing.size;
  for (const [, at, row, width] of drawing.path.matchAll(/M(\d+) (\d+)h(\d+)v1/g))
    doc.rect(x + Number(at) * unit, y + Number(row) * unit, Number(width) * unit, unit);
  doc.fill('#000000');
}

/** Draws a mark and returns what a reader's structure tree gets of it; a frame is decoration. */
function place(doc: Doc, mark: PdfMark) {
  if (mark.kind === 'text') return doc.struct(mark.role ?? 'P', {}, () => drawText(doc, mark));
  if (mark.kind === 'code')
    return doc.struct('Figure', { alt: mark.alt }, () => drawCode(doc, mark));
  doc.markContent('Artifact', { type: 'Layout' });
  doc.lineWidth(mark.line).rect(mark.x, mark.y, mark.width, mark.height).stroke(mark.colour);
  doc.endMarkedContent();
  return null;
}

/**
 * A4 pages of marks as one PDF (1.7, tagged, PDF/UA): of each face only the characters used, selectable,
 * searchable and read aloud in the order of the marks. The same marks and date give the same bytes.
 * @param on the day the paper is dated, which the file calls its own
 * @throws Error for a character that no face draws (`missingIn` tells before)
 */
export async function pdfPages(
  title: string,
  pages: readonly (readonly PdfMark[])[],
  on: Date,
): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [A4.width, A4.height],
    margin: 0,
    pdfVersion: '1.7',
    ...readable,
    // No face but ours: the default one would be named in the file.
    font: '',
    info: { Title: title, Producer: 'Lianxin', Creator: 'Lianxin', CreationDate: on },
  });
  const parts: Buffer[] = [];
  doc.on('data', (part: Buffer) => parts.push(part));
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.once('end', () => resolve(Buffer.concat(parts)));
    doc.once('error', reject);
  });
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [at, marks] of pages.entries()) {
    if (at > 0) doc.addPage();
    for (const mark of marks) {
      const element = place(doc, mark);
      if (element) root.add(element);
    }
  }
  doc.end();
  return whole;
}

/** One A4 page as a PDF of its own, as `pdfPages` makes it. Throws Error for a character that no face draws. */
export const pdfPage = (title: string, marks: readonly PdfMark[], on: Date): Promise<Buffer> =>
  pdfPages(title, [marks], on);
