import { formatFullDay } from '@/lib/dates';
import type { Mark } from '@/lib/pdf/pdf-file';
import { type CertificateText, certificateSentence, linesOf } from './certificate';
import { fitLines } from './fit-lines';

const GREY = '#4b5563';
const MIDDLE = 297.64;
const LEFT = 96;
const RIGHT = 499;
const WIDTH = RIGHT - LEFT;

type Text = Extract<Mark, { kind: 'text' }>;
type Look = Pick<Text, 'align' | 'colour'>;

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
  readonly body: { readonly size: number; readonly most: number; readonly lead: number };
  readonly issuer: number;
  readonly code: number;
}

const usual: Form = {
  title: 200,
  number: 288,
  name: 360,
  body: { size: 20, most: 20, lead: 36 },
  issuer: 590,
  code: 646,
};
const tight: Form = {
  title: 150,
  number: 226,
  name: 284,
  body: { size: 17, most: 23, lead: 28 },
  issuer: 560,
  code: 676,
};

/** From the holder's name to the date, and how far down it goes. */
function content(c: CertificateText, { name: from, body, issuer }: Form) {
  const document = `证件号：${c.documentMasked}`;
  // The document stands right of a short name, below a long one.
  const beside = fitLines(c.holder, [26], WIDTH - 210);
  const holder = beside.lines.length === 1 ? beside : fitLines(c.holder, [26, 22, 18], WIDTH);
  const below = beside.lines.length > 1;
  const afterName = from + (holder.lines.length - 1) * 26;
  const documentAt = below ? afterName + 24 : from;
  // Indented by two characters, as a paragraph is.
  const sentence = linesOf(`　　${certificateSentence(c)}`, body.most);
  const bodyFrom = documentAt + (below ? 42 : 56);
  const bodyTo = bodyFrom + (sentence.length - 1) * body.lead;
  const by = fitLines(c.issuer, [18, 16, 14], WIDTH);
  const issuerFrom = Math.max(bodyTo + 46, issuer - (by.lines.length - 1) * 24);
  const date = issuerFrom + (by.lines.length - 1) * 24 + 34;
  const right = { align: 'right' } as const;
  const marks = [
    ...holder.lines.map((line, at) => text(line, LEFT, from + at * 26, holder.size)),
    below
      ? text(document, LEFT, documentAt, 13, { colour: GREY })
      : text(document, RIGHT, documentAt, 13, { ...right, colour: GREY }),
    ...sentence.map((line, at) =>
      text(
        line.trimStart(),
        LEFT + (at === 0 ? 2 * body.size : 0),
        bodyFrom + at * body.lead,
        body.size,
      ),
    ),
    ...by.lines.map((line, at) => text(line, RIGHT, issuerFrom + at * 24, by.size, right)),
    text(formatFullDay(c.issuedOn), RIGHT, date, 16, right),
  ];
  return { marks, date };
}

/**
 * The A4 sheet of a certificate: frame, heading, who, what, by whom, when, and the code that anybody can
 * check it with. A revoked one says so across its head, also on paper printed from then on. Long names
 * shrink, then take a second line; nothing leaves the frame or stands on another line.
 */
export function certificateSheet(
  c: CertificateText & { revoked: boolean; hotline: string; colour: string },
  code: { size: number; path: string },
): Mark[] {
  const form = content(c, usual).date <= usual.code - 16 ? usual : tight;
  const centre = { align: 'centre' } as const;
  const red = { ...centre, colour: c.colour };
  return [
    { kind: 'frame', x: 34, y: 34, width: 527, height: 774, line: 2.5, colour: c.colour },
    { kind: 'frame', x: 42, y: 42, width: 511, height: 758, line: 0.8, colour: c.colour },
    text('结 业 证 书', MIDDLE, form.title, 46, red),
    ...(c.revoked ? [text('（已作废）', MIDDLE, form.title + 46, 24, red)] : []),
    text(`证书编号：${c.number}`, MIDDLE, form.number, 14, { ...centre, colour: GREY }),
    ...content(c, form).marks,
    { kind: 'code', drawing: code, x: 80, y: form.code, side: 110 },
    text('微信扫码核验真伪', 196, form.code + 54, 12, { colour: GREY }),
    text(`扫不出来，请致电工会服务热线 ${c.hotline}`, 196, form.code + 74, 12, { colour: GREY }),
  ];
}
