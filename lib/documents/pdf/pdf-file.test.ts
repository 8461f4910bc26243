import { describe, expect, it } from 'vitest';
import { pdfText } from '../../testing/pdf-text';
import { measure, missingIn, runsOf } from './faces';
import { type PdfMark, pdfPage, pdfPages } from './pdf-file';

const on = new Date('2026-07-01T02:00:00Z');
const line = (text: string, more: Partial<Extract<PdfMark, { kind: 'text' }>> = {}): PdfMark => ({
  kind: 'text',
  text,
  x: 96,
  y: 200,
  size: 20,
  ...more,
});

describe('a PDF page', () => {
  it('gives its lines back as text, in order, with rare characters and both weights', async () => {
    const lines = ['结业证书', '㛃𬭎𫖯𡐓·Müller 2026', '第 1 行，“电工”。'];
    const marks = lines.map((text, at) =>
      line(text, { weight: at === 0 ? 'bold' : 'regular', role: at === 0 ? 'H1' : 'P' }),
    );
    expect(pdfText(await pdfPage('证书', marks, on))).toEqual(lines);
  });
  it('has a page for each list of marks, in their order', async () => {
    const file = await pdfPages('证书', [[line('第一张')], [line('第二张')]], on);
    expect(file.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(pdfText(file)).toEqual(['第一张', '第二张']);
  });

  it('is tagged, has its title and language, and names no face that it does not hold', async () => {
    const file = (await pdfPage('证书', [line('证书')], on)).toString('latin1');
    expect(file.slice(0, 8)).toBe('%PDF-1.7');
    for (const part of ['/Lang (zh-CN)', '/Marked true', '/DisplayDocTitle true', 'pdfuaid:part'])
      expect(file).toContain(part);
    expect(file).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(file.match(/\/FontName \/\w+\+NotoSansSC-Regular/g)).toHaveLength(1);
    expect(file).not.toContain('Helvetica');
  });
  it('is the same bytes for the same marks and day, and small', async () => {
    const marks = [line('结业证书 陈一帆', { weight: 'bold' }), line('于2026年6月2日')];
    const [one, two] = [await pdfPage('证书', marks, on), await pdfPage('证书', marks, on)];
    expect(one.equals(two)).toBe(true);
    expect(one.length).toBeLessThan(60_000);
  });
  it('is not made when no face draws a character', async () => {
    await expect(pdfPage('证书', [line('韦\u{20BB7}')], on)).rejects.toThrow('no face');
  });
});

describe('the faces', () => {
  it('hold what 通用规范汉字表 and Extension A hold, and name what they lack, once', () => {
    expect(missingIn('韦小勇 Jean·欧阳 㛃䶮𬭎𫖯𡐓𬭊𬱖')).toEqual([]);
    expect(missingIn('韦\u{20BB7}\u{20BB7}\u{2A6D6}')).toEqual(['\u{20BB7}', '\u{2A6D6}']);
  });
  it('give each character its glyph and each line its width', () => {
    for (const weight of ['regular', 'bold'] as const) {
      const [run] = runsOf('贵港市港南区总工会', weight);
      expect(run?.face.layout(run.text).glyphs.every(({ id }) => id > 0)).toBe(true);
      expect(measure('总工会', 20, weight)).toBeCloseTo(60);
    }
    expect(measure('iiii', 20)).toBeLessThan(measure('总工会', 20) / 2);
  });
});
