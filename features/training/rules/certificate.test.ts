import { describe, expect, it } from 'vitest';
import { pdfPage } from '@/lib/pdf/pdf-file';
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
  it('is an A4 PDF with only the characters it uses, and a rare name does not stop it', () => {
    const code = qrDrawing('https://gh.example.cn/c/abcdefghijklmnopqrstuvwx');
    const marks = certificateSheet({ ...text, holder: '𬭊䶮', revoked: false }, code);
    const file = pdfPage('结业证书', marks);
    expect(file.subarray(0, 8).toString('latin1')).toBe('%PDF-1.7');
    expect(file.subarray(-6).toString('latin1')).toBe('%%EOF\n');
    expect(file.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]');
    expect(file.length).toBeLessThan(150_000);
  });
});
