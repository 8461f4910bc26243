import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { bookingStatusWords } from '../rules/booking-words';
import { BookingHistoryList } from './booking-history';
import { MyBookingCell } from './my-booking-cell';

const day = (on: string, time: string) => new Date(`${on}T${time}:00+08:00`);
const now = day('2026-11-30', '11:00');

/** A class of Mondays to Saturdays that began three weeks ago. */
const running = {
  id: 'b',
  title: '放学后托管班（2026秋）',
  status: 'booked' as const,
  position: null,
  startsAt: day('2026-11-09', '16:30'),
  endsAt: day('2027-01-09', '18:30'),
  sessionDetails: { weekdays: [1, 2, 3, 4, 5, 6] },
  cancelHours: 24,
  dueOn: null,
  reason: null,
  place: '职工服务站',
  childName: '陈小禾',
};

describe('a class that is under way', () => {
  it('says so, with the next meeting, and names no deadline that is over', () => {
    const { title, next } = bookingStatusWords(running, now);
    expect(title).toBe('进行中');
    expect(next).toContain('下次11月30日（周一）16:30');
    expect(next).not.toMatch(/前取消|11月8日/);
  });

  it('stands in 我的预约 by its next meeting, as 进行中', () => {
    type Booking = Parameters<typeof MyBookingCell>[0]['booking'];
    const booking = running as unknown as Booking;
    const html = renderToStaticMarkup(<MyBookingCell booking={booking} now={now} />);
    expect(html).toContain('进行中');
    expect(html).not.toContain('已预约');
    expect(html).toContain('<b class="block text-h2 leading-tight">30</b>');
  });
});

it('办理记录 without a line has no heading either', () => {
  expect(renderToStaticMarkup(<BookingHistoryList history={[]} now={now} />)).toBe('');
});
