import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { type CalendarEntry, calendarFile } from '../documents/calendar-file';
import { qrDrawing, qrSvg } from '../documents/qr';
import { escapeFormula, spreadsheet } from '../documents/spreadsheet';
import { safeRedirect } from './safe-redirect';

const entry: CalendarEntry = {
  uid: '0198a1b2-0000-7000-8000-000000000001@portal',
  sequence: 2,
  title: '亲子摄影课, 第一期',
  times: [{ from: new Date('2026-06-17T10:00:00Z'), to: new Date('2026-06-17T12:00:00Z') }],
  changedAt: new Date('2026-06-01T00:00:00Z'),
  place: '桥圩镇文化站',
};

describe('a calendar file', () => {
  it('names the matter, the change and the time', () => {
    const text = calendarFile(entry);
    expect(text).toContain('UID:0198a1b2-0000-7000-8000-000000000001@portal');
    expect(text).toContain('SEQUENCE:2');
    expect(text).toContain('DTSTART:20260617T100000Z');
    expect(text).toContain('X-WR-TIMEZONE:Asia/Shanghai');
    expect(text).toContain('SUMMARY:亲子摄影课\\, 第一期');
    expect(text).toContain('METHOD:PUBLISH');
    expect(calendarFile(entry)).toBe(text);
  });

  it('repeats weekly up to the last time, less the days on which nothing is', () => {
    const on = (day: string) => ({
      from: new Date(`${day}T00:30:00Z`),
      to: new Date(`${day}T09:30:00Z`),
    });
    const all = ['2027-01-25', '2027-01-26', '2027-01-28', '2027-02-01', '2027-02-02'].map(on);
    const text = calendarFile({ ...entry, times: [...all, on('2027-02-04')] });
    expect(text).toContain('DTSTART:20270125T003000Z');
    expect(text).toContain('RRULE:FREQ=WEEKLY;UNTIL=20270204T003000Z;BYDAY=MO,TU,TH');
    expect(text).not.toContain('EXDATE');
    const without = calendarFile({ ...entry, times: all.slice(1) });
    expect(without).toContain('UNTIL=20270202T003000Z;BYDAY=TU,TH,MO');
    expect(without).not.toContain('EXDATE');
    const off = calendarFile({ ...entry, times: [...all.slice(0, 3), on('2027-02-02')] });
    expect(off).toContain('EXDATE:20270201T003000Z');
  });

  it('takes a cancelled matter off the calendar', () => {
    const text = calendarFile({ ...entry, sequence: 3, cancelled: true });
    expect(text).toContain('METHOD:CANCEL');
    expect(text).toContain('STATUS:CANCELLED');
    expect(text).not.toContain('VALARM');
  });

  it('does not let a title add lines of its own', () => {
    const text = calendarFile({ ...entry, title: 'x\r\nATTENDEE:mailto:a@b' });
    expect(text).not.toMatch(/^ATTENDEE/m);
  });

  it('is the same wherever the machine stands', { timeout: 30_000 }, () => {
    const script = `import { calendarFile } from '@/lib/documents/calendar-file';
      process.stdout.write(calendarFile({ uid: 'u', sequence: 0, title: 't', times: [{ from: new Date(0),
        to: new Date(3600e3) }], changedAt: new Date(0) }));`;
    const under = (zone: string) =>
      spawnSync('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      }).stdout;
    expect(under('America/New_York')).toContain('DTSTART:19700101T000000Z');
    expect(under('America/New_York')).toBe(under('Asia/Shanghai'));
  });
});

describe('a spreadsheet', () => {
  const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'];

  it.each(dangerous)('keeps %j from becoming a formula', (text) => {
    expect(escapeFormula(text)).toBe(`'${text}`);
  });

  it('keeps long numbers whole, figures as figures and gaps empty', async () => {
    const file = await spreadsheet({
      sheet: '名册/2026:[1]',
      columns: [
        { header: '身份证号', value: (row: string) => row },
        { header: '人数', value: () => 960 },
        { header: '备注', value: () => null },
      ],
      rows: ['450803199003070029', '=HYPERLINK("http://x")', '𠮷\ud800田'],
    });
    const [sheet] = await readXlsx(file);
    expect(sheet?.sheet).toBe('名册 2026  1 ');
    expect(sheet?.data).toEqual([
      ['身份证号', '人数', '备注'],
      ['450803199003070029', 960, null],
      ['\'=HYPERLINK("http://x")', 960, null],
      ['𠮷田', 960, null],
    ]);
  });
});

describe('a QR code', () => {
  it('draws every dark module and leaves the quiet zone white', () => {
    const { size, path } = qrDrawing('https://ghg.example.cn/v/abc');
    expect(size).toBeGreaterThan(28);
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)];
    for (const [, x, y, width] of starts) {
      expect(Number(x)).toBeGreaterThanOrEqual(4);
      expect(Number(y)).toBeGreaterThanOrEqual(4);
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(size - 4);
    }
    expect(starts[0]?.slice(1)).toEqual(['4', '4', '7']);
  });

  it('never carries the text itself into the drawing', () => {
    expect(qrSvg('"><script>')).not.toContain('script');
  });
});

describe('the way back after signing in', () => {
  it.each(['/', '/me', '/services/1?tab=a&x=%2F%2Fe#top', '/join/名字', '/me//x'])(
    'keeps %s',
    (path) => {
      expect(safeRedirect(path)).toBe(encodeURI(path).replaceAll('%25', '%'));
    },
  );

  it.each([
    '//e',
    '///e',
    '/\\e',
    '\\\\e',
    'https:e',
    'https://e',
    'http:/e',
    '%2f%2fe',
    '/%2f%2fe',
    '/%2Fe',
    '/%5ce',
    'javascript:alert(1)',
    'data:text/html,x',
    '/@e',
    '/%40e',
    '/\t/e',
    '/\n/e',
    '/\r\nSet-Cookie: a=b',
    '\t//e',
    ' //e',
    '/.//e',
    '/x/..//e',
    '/./\\e',
    '',
    'me',
    '/\u202e//e',
    `/${'a'.repeat(2_001)}`,
    null,
    undefined,
    ['/me'],
  ])('sends %j home', (raw) => {
    expect(safeRedirect(raw)).toBe('/');
  });

  it('never leaves the site', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '@',
      '%2f',
      '%5c',
      ':',
      '?',
      '#',
      '\t',
      'e.com',
      'http',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const to = safeRedirect(pieces.join(''));
        expect(new URL(to, 'https://ghg.example.cn').origin).toBe('https://ghg.example.cn');
        expect(to).toMatch(/^\/(?![/\\@])/);
      }),
    );
  });
});
