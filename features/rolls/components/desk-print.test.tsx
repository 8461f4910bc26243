import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BadgeSheets } from './desk-print-badges';
import type { DayRollSheet } from './desk-print-roll';
import { SeatSheets } from './desk-print-seats';

const line = (n: number) => ({
  bookingId: `b${n}`,
  number: `YY26-${n}`,
  attendee: `学员${n}`,
  guardian: '陈一帆',
  grade: 3,
  phone: '0701',
});
const sheet = (people: number): DayRollSheet => ({
  title: '暑托班签到表',
  offering: '暑托班',
  organiser: '江南街道工会',
  group: '二三年级班',
  session: '二三年级班，7月6日，职工之家',
  foot: '江南街道工会 7月1日制表',
  isChild: true,
  days: [],
  lines: Array.from({ length: people }, (_, n) => line(n + 1)),
});

describe('胸卡', () => {
  it('says name, class, grade and organiser, and no number, phone or guardian', () => {
    const html = renderToStaticMarkup(<BadgeSheets {...sheet(9)} />);
    expect(html).toContain('学员1');
    expect(html).toContain('二三年级班，三年级');
    expect(html).toContain('第 2 页，共 2 页');
    expect(html).not.toMatch(/0701|YY26|陈一帆/);
  });
});

describe('座位表', () => {
  it('numbers the desks and names who sits there, and nothing more', () => {
    const html = renderToStaticMarkup(<SeatSheets {...sheet(7)} across={6} />);
    expect(html.match(/<tr/g)).toHaveLength(2);
    expect(html).toContain('讲台');
    expect(html).toContain('学员7');
    expect(html).toContain('第 1 页，共 1 页');
    expect(html).not.toMatch(/0701|YY26|陈一帆/);
  });

  it('of an empty class says that nobody has booked', () => {
    expect(renderToStaticMarkup(<SeatSheets {...sheet(0)} across={6} />)).toContain('还没有人预约');
  });
});
