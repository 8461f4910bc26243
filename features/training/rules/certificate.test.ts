import { describe, expect, it } from 'vitest';
import { measure } from '@/lib/documents/pdf/faces';
import { fitLines, fitLinesOf } from '@/lib/documents/pdf/fit-lines';
import { pdfPage } from '@/lib/documents/pdf/pdf-file';
import { qrDrawing } from '@/lib/documents/qr';
import { pdfText } from '@/lib/testing/pdf-text';
import { certificateNumber, certificateSentence, refuseIssue } from './certificate';
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
  it('never begins a line with a closing mark nor ends one with an opening mark', () => {
    for (const size of [14, 17, 20, 26]) {
      const lines = fitLinesOf(certificateSentence(text), size, 403, measure);
      const plain = (value: string) => value.replaceAll(' ', '');
      expect(plain(lines.join(''))).toBe(plain(certificateSentence(text)));
      for (const line of lines) {
        expect(line).not.toMatch(/^[，。、；：”’）》]|[“‘（《]$|\d$/);
        expect(measure(line, size)).toBeLessThanOrEqual(403);
      }
      expect(lines.some((line) => line.includes('40 课时'))).toBe(true);
    }
  });
  it('breaks a long name between its words or parts, into lines that fit', () => {
    const broken = (name: string) => fitLines(name, [26, 19], 403, measure).lines;
    expect(broken('Maria Magdalena van der Westerholt-Oberhausen')).toEqual([
      'Maria Magdalena van der',
      'Westerholt-Oberhausen',
    ]);
    const parts = `${'阿卜杜热合曼·'.repeat(5)}麦麦提吐尔`;
    expect(broken(parts).join('')).toBe(parts);
    expect(broken(parts)[0]).toMatch(/·$/);
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
    ['a name of forty in parts', { holder: `${'阿卜杜热合曼·'.repeat(5)}麦麦提吐尔` }],
    ['a name of fifty', { holder: `${'阿卜杜热合曼'.repeat(8)}麦麦` }],
    ['a name of rare characters', { holder: '㛃𬭎𫖯𡐓', issuer: '贵港市𬭎𫖯联合工会' }],
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
      measure,
    );
    const lines = marks.flatMap((mark) => {
      if (mark.kind !== 'text') return [];
      const width = measure(mark.text, mark.size, mark.weight);
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
        to: (box?.x ?? 0) + 104,
        top: box?.y ?? 0,
        foot: (box?.y ?? 0) + 104,
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
    const said = lines
      .map((l) => l.text)
      .join('')
      .replaceAll(' ', '');
    expect(said).toContain(holder.replaceAll(' ', ''));
    expect(said).toContain(issuer);
  });

  it('is a PDF that can be read and searched, its holder and issuer whole', async () => {
    const facts = { ...text, holder: '𬭊䶮', revoked: false, hotline: '12351', colour: '#8f1e18' };
    const marks = certificateSheet(facts, code, measure);
    const file = await pdfPage('结业证书', marks, new Date('2026-07-01T02:00:00Z'));
    const lines = pdfText(file);
    expect(lines.slice(0, 3)).toEqual(['结 业 证 书', '证书编号：JY2026-00018', '𬭊䶮']);
    expect(lines).toContain('贵港市港南区总工会');
    expect(lines.join('')).toContain('共 40 课时，出勤达到要求，准予结业。');
    expect(file.length).toBeLessThan(60_000);
  });
});
