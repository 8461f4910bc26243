import { deflateSync } from 'node:zlib';
import { UsedGlyphs, utf16 } from './used-glyphs';

/** A4 in points. */
export const A4 = { width: 595.28, height: 841.89 } as const;

/** What stands on the page; the origin is the upper left corner, as on screens. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly align?: 'left' | 'centre' | 'right';
      readonly colour?: string;
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
  /** A drawing of `M x y h w v1 h-w z` runs, as lib/qr makes them. */
  | {
      readonly kind: 'code';
      readonly drawing: { readonly size: number; readonly path: string };
      readonly x: number;
      readonly y: number;
      readonly side: number;
    };

const n = (value: number) => String(Math.round(value * 100) / 100);

const colourOf = (hex = '#000000') =>
  [1, 3, 5].map((at) => n(Number.parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ');

function textOf(mark: Extract<Mark, { kind: 'text' }>, glyphs: UsedGlyphs): string {
  const width = glyphs.widthOf(mark.text, mark.size);
  const shift = mark.align === 'centre' ? width / 2 : mark.align === 'right' ? width : 0;
  const at = `${n(mark.x - shift)} ${n(A4.height - mark.y)} Td`;
  return `BT ${colourOf(mark.colour)} rg ${at}\n${glyphs.show(mark.text, mark.size)}\nET`;
}

function codeOf({ drawing, x, y, side }: Extract<Mark, { kind: 'code' }>): string {
  const unit = side / drawing.size;
  const runs = [...drawing.path.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map(([, at, row, width]) => {
    const top = A4.height - y - (Number(row) + 1) * unit;
    return `${n(x + Number(at) * unit)} ${n(top)} ${n(Number(width) * unit)} ${n(unit)} re`;
  });
  return `0 0 0 rg\n${runs.join('\n')}\nf`;
}

function operatorsOf(mark: Mark, glyphs: UsedGlyphs): string {
  if (mark.kind === 'text') return textOf(mark, glyphs);
  if (mark.kind === 'code') return codeOf(mark);
  const bottom = A4.height - mark.y - mark.height;
  const box = [mark.x, bottom, mark.width, mark.height].map(n).join(' ');
  return `${colourOf(mark.colour)} RG ${n(mark.line)} w ${box} re S`;
}

/** Numbered objects of a PDF, in the order they are added. */
class Objects {
  private readonly bodies: Buffer[] = [];

  add(body: string | Buffer): number {
    this.bodies.push(typeof body === 'string' ? Buffer.from(body, 'latin1') : body);
    return this.bodies.length;
  }

  replace(id: number, body: string): void {
    this.bodies[id - 1] = Buffer.from(body, 'latin1');
  }

  stream(content: string): number {
    const data = deflateSync(Buffer.from(content, 'latin1'));
    const head = `<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`;
    return this.add(Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream')]));
  }

  file(root: number, info: number): Buffer {
    const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')];
    const offsets: number[] = [];
    let length = parts[0]?.length ?? 0;
    const push = (part: Buffer) => {
      parts.push(part);
      length += part.length;
    };
    this.bodies.forEach((body, at) => {
      offsets.push(length);
      push(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
    });
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    const size = this.bodies.length + 1;
    const trailer = `<< /Size ${size} /Root ${root} 0 R /Info ${info} 0 R >>`;
    push(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n${trailer}\nstartxref\n${length}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(parts);
  }
}

function addFonts(objects: Objects, glyphs: UsedGlyphs): string {
  return glyphs
    .fonts()
    .map(({ widths, drawings, toUnicode }, at) => {
      const drawn = drawings.map((one) => objects.stream(one));
      const names = drawn.map((_, i) => `/g${i + 1}`).join(' ');
      const procs = drawn.map((id, i) => `/g${i + 1} ${id} 0 R`).join(' ');
      const font = objects.add(
        `<< /Type /Font /Subtype /Type3 /FontBBox [-200 -300 1200 1100] /FontMatrix [0.001 0 0 0.001 0 0]
/CharProcs << ${procs} >> /Encoding << /Type /Encoding /Differences [1 ${names}] >> /Resources << >>
/FirstChar 1 /LastChar ${widths.length} /Widths [${widths.join(' ')}] /ToUnicode ${objects.stream(toUnicode)} 0 R >>`,
      );
      return `/F${at} ${font} 0 R`;
    })
    .join(' ');
}

/**
 * One A4 page of marks as a PDF: text of a Chinese typeface with only the characters used, selectable
 * and searchable; no font of the reader's machine is needed.
 */
export function pdfPage(title: string, marks: readonly Mark[]): Buffer {
  const glyphs = new UsedGlyphs();
  const content = marks.map((mark) => operatorsOf(mark, glyphs)).join('\n');
  const objects = new Objects();
  const fonts = addFonts(objects, glyphs);
  const stream = objects.stream(content);
  const pages = objects.add('');
  const page = objects.add(
    `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Contents ${stream} 0 R
/Resources << /Font << ${fonts} >> >> >>`,
  );
  objects.replace(pages, `<< /Type /Pages /Kids [${page} 0 R] /Count 1 >>`);
  const root = objects.add(
    `<< /Type /Catalog /Pages ${pages} 0 R /Lang (zh-CN) /ViewerPreferences << /DisplayDocTitle true >> >>`,
  );
  const info = objects.add(`<< /Title <FEFF${utf16(title)}> /Producer (Lianxin) >>`);
  return objects.file(root, info);
}
