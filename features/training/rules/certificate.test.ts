import { describe, expect, it } from 'vitest';
import { pdfPage } from '@/lib/pdf/pdf-file';
import { missingIn } from '@/lib/pdf/typeface';
import { UsedGlyphs } from '@/lib/pdf/used-glyphs';
import { qrDrawing } from '@/lib/qr';
import { certificateNumber, certificateSentence, linesOf, refuseIssue } from './certificate';
import { certificateSheet } from './certificate-sheet';

const text = {
  number: 'JY2026-00018',
  holder: '陈一帆',
  documentMasked: '4508**********1126',
  course: '电工（五级）培训班',
  issuer: '贵港市港南区总工会',
  hours: 40,
  startsOn: '2026-06-02',
  endsOn: '2026-06-30',
  issuedOn: '2026-07-01',
};

describe('a certificate', () => {
  it('is numbered by year and running number', () => {
    expect(certificateNumber('2026', 18)).toBe('JY2026-00018');
    expect(certificateNumber('2026', 123456)).toBe('JY2026-123456');
  });
  it('says which course, from when to when, and how long', () => {
    expect(certificateSentence(text)).toBe(
      '于2026年6月2日至2026年6月30日参加“电工（五级）培训班”，共 40 课时，出勤达到要求，准予结业。',
    );
    const oneDay = { ...text, endsOn: text.startsOn, hours: null };
    expect(certificateSentence(oneDay)).toContain('于2026年6月2日参加“电工（五级）培训班”，出勤');
  });
  it('never begins a line with a closing mark, whatever its length', () => {
    const lines = linesOf(certificateSentence(text), 20);
    expect(lines.join('')).toBe(certificateSentence(text));
    for (const line of lines) expect(line).not.toMatch(/^[，。、；：”’）》]/);
    expect(lines.some((line) => line.includes('40 课时'))).toBe(true);
  });
  const session = { endsAt: new Date('2026-06-30T12:00:00Z'), cancelledAt: null };
  it.each([
    ['completion', 3, '2026-06-30T12:00:01Z', null],
    ['completion', 3, '2026-06-30T11:59:59Z', 'not_over'],
    ['completion', 0, '2026-07-01T00:00:00Z', 'no_roll'],
    ['skill', 3, '2026-07-01T00:00:00Z', 'no_certificate'],
  ])('of kind %s after %i meetings at %s: %s', (certificate, held, now, refusal) => {
    expect(refuseIssue(session, certificate, held, new Date(now))).toBe(refusal);
  });
  const code = qrDrawing('https://gh.example.cn/c/abcdefghijklmnopqrstuvwx');
  const long =
    '中国教科文卫体工会广西壮族自治区贵港市港南区新就业形态劳动者联合工会第一届委员会筹备组织江南街道工作站';
  it.each([
    ['a name of ten characters', { holder: '阿卜杜热合曼·麦麦提' }],
    ['a name of fifty', { holder: `${'阿卜杜热合曼'.repeat(8)}麦麦` }],
    ['a Latin name', { holder: 'Maria Magdalena van der Westerholt-Oberhausen' }],
    ['an issuer of 26', { issuer: long.slice(0, 26) }],
    ['an issuer of 60', { issuer: (long + long).slice(0, 60) }],
    ['a course of 40', { course: '电'.repeat(40) }],
    [
      'all of them',
      {
        holder: '阿卜杜热合曼'.repeat(8),
        issuer: (long + long).slice(0, 60),
        course: '电'.repeat(40),
      },
    ],
  ])('keeps %s inside the frame, on lines of its own', (_, given) => {
    const marks = certificateSheet(
      { ...text, ...given, revoked: true, hotline: '12351', colour: '#8f1e18' },
      code,
    );
    const glyphs = new UsedGlyphs();
    const lines = marks.flatMap((mark) => {
      if (mark.kind !== 'text') return [];
      const width = glyphs.widthOf(mark.text, mark.size);
      const from =
        mark.align === 'right'
          ? mark.x - width
          : mark.align === 'centre'
            ? mark.x - width / 2
            : mark.x;
      return [
        {
          text: mark.text,
          from,
          to: from + width,
          top: mark.y - mark.size * 0.9,
          foot: mark.y + mark.size * 0.1,
        },
      ];
    });
    const box = marks.find((mark) => mark.kind === 'code');
    const all = [
      ...lines,
      {
        text: '码',
        from: box?.x ?? 0,
        to: (box?.x ?? 0) + 110,
        top: box?.y ?? 0,
        foot: (box?.y ?? 0) + 110,
      },
    ];
    for (const one of all) {
      expect(one.from, one.text).toBeGreaterThan(48);
      expect(one.to, one.text).toBeLessThan(547);
      expect(one.foot, one.text).toBeLessThan(794);
    }
    const over = all.flatMap((a, i) =>
      all
        .slice(i + 1)
        .filter((b) => a.from < b.to && b.from < a.to && a.top < b.foot && b.top < a.foot)
        .map((b) => `${a.text} / ${b.text}`),
    );
    expect(over).toEqual([]);
    const { issuer = text.issuer, holder = text.holder } = given as Partial<typeof text>;
    expect(lines.map((l) => l.text).join('')).toContain(holder);
    expect(lines.map((l) => l.text).join('')).toContain(issuer);
  });

  it('knows the characters that no face at hand draws', () => {
    expect(missingIn('韦小勇 Jean·欧阳')).toEqual([]);
    expect(missingIn('韦\u{2CB4A}\u{2CB4A}')).toEqual(['\u{2CB4A}']);
  });

  it('is an A4 PDF with only the characters it uses, and a rare name does not stop it', () => {
    const marks = certificateSheet(
      { ...text, holder: '𬭊䶮', revoked: false, hotline: '12351', colour: '#8f1e18' },
      code,
    );
    const file = pdfPage('结业证书', marks);
    expect(file.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(file.subarray(-6).toString('latin1')).toBe('%%EOF\n');
    expect(file.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(file.length).toBeLessThan(150_000);
  });
});
