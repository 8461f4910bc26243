import { formatFullDay } from '@/lib/dates';
import type { Measure } from '@/lib/documents/pdf/faces';
import { fitLines, fitLinesOf } from '@/lib/documents/pdf/fit-lines';
import type { PdfMark } from '@/lib/documents/pdf/pdf-file';
import { type CertificateText, certificateSentence } from './certificate';

const GREY = '#4b5563';
const MIDDLE = 297.64;
const LEFT = 96;
const RIGHT = 499;
const WIDTH = RIGHT - LEFT;
/** What the masked document takes beside a name, with room between. */
const BESIDE = WIDTH - 200;

type Text = Extract<PdfMark, { kind: 'text' }>;
type Look = Pick<Text, 'align' | 'colour' | 'weight' | 'role'>;

const text = (value: string, x: number, y: number, size: number, look: Look = {}): Text => ({
  kind: 'text',
  text: value,
  x,
  y,
  size,
  ...look,
});

/** Heights of a usual certificate, and of one whose names need all the room. */
interface Form {
  readonly title: number;
  readonly number: number;
  readonly name: number;
  readonly body: { readonly size: number; readonly lead: number };
  readonly issuer: number;
  readonly code: number;
}

const usual: Form = {
  title: 176,
  number: 220,
  name: 322,
  body: { size: 19, lead: 36 },
  issuer: 582,
  code: 664,
};
const tight: Form = {
  title: 136,
  number: 172,
  name: 264,
  body: { size: 17, lead: 29 },
  issuer: 566,
  code: 674,
};

const right = { align: 'right' } as const;
const bold = { weight: 'bold' } as const;

/** The holder, and the document right of a short name, below a long one; and how far down they go. */
function holderOf(c: CertificateText, from: number, measure: Measure) {
  const inBold: Measure = (value, size) => measure(value, size, 'bold');
  const document = `证件号：${c.documentMasked}`;
  if (inBold(c.holder, 26) <= BESIDE) {
    const name = text(c.holder, LEFT, from, 26, bold);
    return { marks: [name, text(document, RIGHT, from, 13, { ...right, colour: GREY })], to: from };
  }
  const { lines, size } = fitLines(c.holder, [26, 22, 19], WIDTH, inBold);
  const to = from + (lines.length - 1) * 28 + 26;
  const marks = lines.map((line, at) => text(line, LEFT, from + at * 28, size, bold));
  return { marks: [...marks, text(document, LEFT, to, 13, { colour: GREY })], to };
}

/** From the holder's name to the date, and how far down it goes. */
function content(c: CertificateText, form: Form, measure: Measure) {
  const { size, lead } = form.body;
  const holder = holderOf(c, form.name, measure);
  // Indented by two characters, as a paragraph is.
  const sentence = fitLinesOf(`　　${certificateSentence(c)}`, size, WIDTH, measure);
  const bodyFrom = holder.to + 50;
  const bodyTo = bodyFrom + (sentence.length - 1) * lead;
  const by = fitLines(c.issuer, [18, 16, 14], WIDTH, measure);
  const issuerFrom = Math.max(bodyTo + 48, form.issuer - (by.lines.length - 1) * 24);
  const date = issuerFrom + (by.lines.length - 1) * 24 + 32;
  const marks = [
    ...holder.marks,
    ...sentence.map((line, at) => {
      // An opening mark fills the right half of its square; it hangs, so that the edge is straight.
      const indent = at === 0 ? 2 * size : /^[“‘（《]/.test(line) ? -size / 2 : 0;
      return text(line.trimStart(), LEFT + indent, bodyFrom + at * lead, size);
    }),
    ...by.lines.map((line, at) => text(line, RIGHT, issuerFrom + at * 24, by.size, right)),
    text(formatFullDay(c.issuedOn), RIGHT, date, 16, right),
  ];
  return { marks, date };
}

/**
 * The A4 sheet of a certificate: frame, heading, who, what, by whom, when, and the code that anybody can
 * check it with. A revoked one says so below its head, also on paper printed from then on. Long names
 * shrink, then take a second line; nothing leaves the frame or stands on another line.
 * @param measure the width that a line will have on paper
 */
export function certificateSheet(
  c: CertificateText & { revoked: boolean; hotline: string; colour: string },
  code: { size: number; path: string },
  measure: Measure,
): PdfMark[] {
  const form = content(c, usual, measure).date <= usual.code - 24 ? usual : tight;
  const red = { align: 'centre', colour: c.colour, weight: 'bold' } as const;
  const grey = { colour: GREY } as const;
  return [
    { kind: 'frame', x: 34, y: 34, width: 527, height: 774, line: 2.5, colour: c.colour },
    { kind: 'frame', x: 42, y: 42, width: 511, height: 758, line: 0.8, colour: c.colour },
    text('结 业 证 书', MIDDLE, form.title, 44, { ...red, role: 'H1' }),
    text(`证书编号：${c.number}`, MIDDLE, form.number, 14, { ...grey, align: 'centre' }),
    ...(c.revoked ? [text('已作废', MIDDLE, form.number + 44, 24, red)] : []),
    ...content(c, form, measure).marks,
    {
      kind: 'code',
      drawing: code,
      x: LEFT - 4,
      y: form.code,
      side: 104,
      alt: `证书 ${c.number} 的核验二维码`,
    },
    text('微信扫码核验真伪', 216, form.code + 48, 12, grey),
    text(`扫不出来，请致电工会服务热线 ${c.hotline}`, 216, form.code + 68, 12, grey),
  ];
}
