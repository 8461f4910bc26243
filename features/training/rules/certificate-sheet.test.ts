import { describe, expect, it } from 'vitest';
import type { Measure } from '@/lib/documents/pdf/faces';
import { fitLines, fitLinesOf } from '@/lib/documents/pdf/fit-lines';
import type { PdfMark } from '@/lib/documents/pdf/pdf-file';
import { certificateSeries, refuseIssue } from './certificate';
import { certificateSheet } from './certificate-sheet';

/** Every character is as wide as it is high, as on a Chinese page. */
const square: Measure = (value, size) => value.length * size;
const facts = {
  number: 'JY2026-00018',
  holder: '陈一帆',
  documentMasked: '4508**********1126',
  course: '电工培训班',
  issuer: '港南区总工会',
  hours: 40,
  startsOn: '2026-06-02',
  endsOn: '2026-06-30',
  issuedOn: '2026-07-01',
  revoked: false,
  hotline: '12351',
  colour: '#8f1e18',
};
const code = { size: 21, path: 'M0 0' };
type Text = Extract<PdfMark, { kind: 'text' }>;
const sheet = (given: Partial<typeof facts> = {}, measure = square) =>
  certificateSheet({ ...facts, ...given }, code, measure);
const texts = (given: Partial<typeof facts> = {}, measure = square) =>
  sheet(given, measure).filter((mark): mark is Text => mark.kind === 'text');
const at = (marks: Text[], text: string) => {
  const found = marks.find((mark) => mark.text.includes(text));
  return found && [found.x, found.y, found.size];
};
const widthOf =
  (holder: string, width: number): Measure =>
  (value, size) =>
    value === holder ? width : square(value, size);

describe('the sheet of a certificate', () => {
  it('has the holder and their document on one line, the sentence indented below it', () => {
    const marks = texts();
    expect(at(marks, '结 业 证 书')).toEqual([297.64, 176, 44]);
    expect(at(marks, '陈一帆')).toEqual([96, 322, 26]);
    expect(at(marks, '证件号：')).toEqual([499, 322, 13]);
    expect(at(marks, '于2026年')).toEqual([96 + 2 * 19, 322 + 50, 19]);
    const body = marks.filter(({ size, x }) => size === 19 && x !== 134);
    expect(body.map(({ y }) => y)).toEqual([408, 444]);
    expect(body.every(({ x }) => x === 96)).toBe(true);
  });

  it('puts the document below a name that leaves it no room, to the point', () => {
    const beside = texts({}, widthOf('陈一帆', 203));
    expect(at(beside, '证件号：')?.slice(0, 2)).toEqual([499, 322]);
    const below = texts({}, widthOf('陈一帆', 203.1));
    expect(at(below, '证件号：')?.slice(0, 2)).toEqual([96, 322 + 26]);
    expect(at(below, '于2026年')?.[1]).toBe(322 + 26 + 50);
  });

  it('gives a long name a second line, and what follows makes room for it', () => {
    const holder = '阿卜杜热合曼·'.repeat(4);
    const marks = texts({ holder });
    const name = marks.filter(({ weight, size }) => weight === 'bold' && size === 19);
    expect(name.map(({ y }) => y)).toEqual([322, 350]);
    expect(at(marks, '证件号：')?.slice(0, 2)).toEqual([96, 322 + 28 + 26]);
  });

  it('signs at its foot: the issuer on one or two lines that end at one height, the date below', () => {
    const one = texts();
    expect(at(one, '港南区总工会')).toEqual([499, 582, 18]);
    expect(at(one, '2026年7月1日')).toEqual([499, 614, 16]);
    const issuer = '港南区新就业形态劳动者联合工会第一届委员会筹备组织江南街道工作站';
    const two = texts({ issuer }).filter(({ text, y }) => issuer.includes(text) && y > 500);
    expect(two.map(({ y }) => y)).toEqual([558, 582]);
    expect(at(texts({ issuer }), '2026年7月1日')).toEqual([499, 614, 16]);
  });

  it('draws together when the sentence is long, so that nothing stands on the code', () => {
    const form = (length: number) => {
      const marks = texts({ course: '电'.repeat(length) });
      return { title: at(marks, '结 业 证 书')?.[1], date: at(marks, '2026年7月1日')?.[1] };
    };
    // Six lines of the sentence push the date down and still leave the usual heights.
    expect(form(56)).toEqual({ title: 176, date: 632 });
    expect(form(80)).toEqual({ title: 136, date: 598 });
  });

  it('lets an opening mark hang into the margin by half of itself', () => {
    const broad: Measure = (value, size) => value.length * size * 1.3;
    const marks = texts({ startsOn: '2026-06-30' }, broad);
    const hanging = marks.find(({ text }) => text.startsWith('“'));
    expect(hanging?.x).toBe(96 - 19 / 2);
  });

  it('says below its head that it was revoked, and only then', () => {
    expect(at(texts(), '已作废')).toBeUndefined();
    expect(at(texts({ revoked: true }), '已作废')).toEqual([297.64, 264, 24]);
  });

  it('has the code in its corner, with what to do beside it', () => {
    expect(sheet().find(({ kind }) => kind === 'code')).toMatchObject({
      x: 92,
      y: 664,
      side: 104,
      alt: '证书 JY2026-00018 的核验二维码',
    });
    expect(at(texts(), '微信扫码')).toEqual([216, 712, 12]);
    expect(at(texts(), '12351')).toEqual([216, 732, 12]);
  });
});

describe('a name on as few lines as hold it', () => {
  it('keeps the largest size that fits, to the point', () => {
    expect(fitLines('甲乙丙', [20, 10], 60, square)).toEqual({ size: 20, lines: ['甲乙丙'] });
    expect(fitLines('甲乙丙', [20, 10], 59, square)).toEqual({ size: 10, lines: ['甲乙丙'] });
  });

  it('is broken into lines of about one length at the smallest, a line as wide as the box included', () => {
    expect(fitLines('甲乙丙丁戊', [20, 10], 30, square)).toEqual({
      size: 10,
      lines: ['甲乙丙', '丁戊'],
    });
  });

  it('takes one more line rather than one that is too wide', () => {
    expect(fitLines('甲乙·丙丁·戊', [10], 40, square).lines).toEqual(['甲乙·', '丙丁·戊']);
    expect(fitLines('甲乙·丙丁·戊', [10], 35, square).lines).toEqual(['甲乙·', '丙丁·', '戊']);
  });
});

describe('a sentence in lines', () => {
  it('fills each line to its very width', () => {
    expect(fitLinesOf('甲乙丙丁', 10, 20, square)).toEqual(['甲乙', '丙丁']);
    expect(fitLinesOf('甲乙丙丁', 10, 19, square)).toEqual(['甲', '乙', '丙', '丁']);
  });
});

describe('the issue of certificates', () => {
  it('counts afresh each year, and may begin at the very end of the last meeting', () => {
    expect(certificateSeries('2026')).toBe('JY-2026');
    const endsAt = new Date('2026-06-30T12:00:00Z');
    expect(refuseIssue({ endsAt, cancelledAt: null }, 'completion', 1, endsAt)).toBeNull();
  });
});
