import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrDrawing, qrSvg } from './qr';
import { escapeFormula, spreadsheet } from './spreadsheet';
import { readTable } from './table-file';

const limits = { maxBytes: 900_000, maxRows: 100 };

describe('a spreadsheet', () => {
  it('holds its header, texts, figures and gaps where they belong', async () => {
    const file = await spreadsheet({
      sheet: '名单',
      columns: [
        { header: '=号', width: 30, value: (n: number) => (n === 0 ? null : `${n} 号`) },
        { header: '人数', value: (n: number) => n },
        { header: '备注', value: () => '' },
      ],
      rows: [0, 7],
    });
    expect(await readTable(file, limits)).toMatchObject({
      rows: [
        ["'=号", '人数', '备注'],
        ['', '0', ''],
        ['7 号', '7', ''],
      ],
    });
  });
  it('takes a name of a sheet of any length, cut to what programs allow', async () => {
    const file = await spreadsheet({ sheet: '名'.repeat(40), columns: [], rows: [] });
    expect(file.subarray(0, 2).toString()).toBe('PK');
  });
  it.each([
    ['a\u0000b\ud800c\td\ne', 'abc\td\ne'],
    ['\u0000=1', "'=1"],
    ['1+1', '1+1'],
    ['', ''],
  ])('writes %j as %j', (text, written) => expect(escapeFormula(text)).toBe(written));
});

describe('a QR code', () => {
  it('is drawn module by module as it was encoded, level M, four white ones around', () => {
    const text = 'https://ghg.example.cn/v/abc';
    const { size, path } = qrDrawing(text);
    const { data } = encode(text, { ecc: 'M', boostEcc: false, border: 4 });
    const drawn = data.map((row) => row.map(() => false));
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
      drawn[Number(y)]?.fill(true, Number(x), Number(x) + Number(width));
    expect(size).toBe(data.length);
    expect(drawn).toEqual(data);
  });
  it('stands as a whole document on white', () => {
    const { size, path } = qrDrawing('a');
    expect(qrSvg('a')).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`,
    );
  });
});
