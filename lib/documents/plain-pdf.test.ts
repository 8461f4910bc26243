import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { measure } from './pdf/faces';
import { paperSheet } from './pdf/paper-sheet';
import { pdfPages } from './pdf/pdf-file';
import { refusePdf, saysPdf } from './plain-pdf';

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = (inside: string) =>
  bytes(`%PDF-1.7\n1 0 obj\n<</Type/Catalog${inside}>>\nendobj\n%%EOF\n`);
const packed = (objects: string, filter = '/FlateDecode') => {
  const data = deflateSync(Buffer.from(objects)).toString('latin1');
  const head = `<</Type/ObjStm/N 1/First 4/Filter${filter}/Length ${data.length}>>`;
  return bytes(`%PDF-1.7\n3 0 obj\n${head}\nstream\n${data}\nendstream\nendobj\n%%EOF\n`);
};

describe('a PDF that is sent in', () => {
  it('is taken when it is only pages', async () => {
    expect(refusePdf(pdf('/Pages 2 0 R'))).toBeNull();
    expect(refusePdf(packed('5 0 <</Type/Page/MediaBox[0 0 595 842]>>'))).toBeNull();
    const paper = {
      title: '登记表',
      number: '',
      to: '',
      paragraphs: ['正文'],
      rows: [],
      signer: '',
      date: '',
    };
    const made = await pdfPages('登记表', paperSheet(paper, measure), new Date(0));
    expect(saysPdf(made)).toBe(true);
    expect(refusePdf(made)).toBeNull();
  });

  it('is not taken for its name, nor when it stops in the middle', () => {
    expect(refusePdf(bytes('PK\u0003\u0004'))).toBe('not_a_pdf');
    expect(refusePdf(bytes('%PDF-1.7\n1 0 obj'))).toBe('not_a_pdf');
    expect(refusePdf(bytes('<html>%PDF-1.7 %%EOF'))).toBe('not_a_pdf');
  });

  it.each([
    '/OpenAction<</S/JavaScript/JS(app.alert(1))>>',
    '/AA<</O<</S/Launch/F(cmd.exe)>>>>',
    '/Names<</EmbeddedFiles 4 0 R>>',
    '/AcroForm<</XFA 5 0 R>>',
    '/OpenAction<</S/#4aava#53cript/J#53(x)>>',
  ])('is refused when it can do something: %s', (inside) => {
    expect(refusePdf(pdf(inside))).toBe('active');
  });

  it('is refused when its packed objects can do something or cannot be read', () => {
    expect(refusePdf(packed('5 0 <</S/JavaScript/JS(x)>>'))).toBe('active');
    expect(refusePdf(packed('5 0 <</S/#4caunch/F(x)>>'))).toBe('active');
    expect(refusePdf(packed('5 0 <<>>', '/LZWDecode'))).toBe('unreadable');
    expect(refusePdf(packed('5 0 <<>>', '[/ASCIIHexDecode /FlateDecode]'))).toBe('unreadable');
  });

  it('is refused when it is locked', () => {
    expect(refusePdf(bytes('%PDF-1.7\ntrailer\n<</Encrypt 5 0 R>>\n%%EOF\n'))).toBe('encrypted');
  });

  it('is taken when a picture spells such a word by chance', () => {
    const image =
      '4 0 obj\n<</Type/XObject/Subtype/Image>>\nstream\nab/JS ab/Launch ab\nendstream\nendobj\n';
    expect(refusePdf(bytes(`%PDF-1.4\n${image}%%EOF\n`))).toBeNull();
  });
});
