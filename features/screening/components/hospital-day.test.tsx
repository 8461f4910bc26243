import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import type { FormAction } from '@/components/forms/form-state';
import type { HospitalDay, HospitalSession } from '../queries/hospital-day';
import { HospitalDayView } from './hospital-day';

vi.mock('next/navigation', () => ({
  usePathname: () => '/desk/hospital',
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({}),
}));

const at = (time: string) => new Date(`2026-07-06T${time}+08:00`);
const half = (id: string, from: string, to: string): HospitalSession => ({
  id,
  title: '女职工健康检查',
  startsAt: at(from),
  endsAt: at(to),
  details: {},
  place: '体检中心',
  hospitalId: 'h',
  hospital: '区医院',
  opensAt: at('00:00'),
  isOpen: true,
  people: 1,
  lines: [
    {
      bookingId: `b-${id}`,
      sessionId: id,
      number: 'JK26-1',
      attendee: `受检人${id}`,
      tail: '0029',
      phoneTail: '0701',
      status: 'booked',
      isReturn: false,
    },
  ],
});
const day = {
  now: at('09:00'),
  sessions: [half('上', '08:00', '12:00'), half('下', '14:00', '17:30')],
  coming: [{ ...half('后', '08:00', '12:00'), people: 7, lines: [] }],
} as unknown as HospitalDay;
const none: FormAction = async (state) => state;
const shown = (chosen?: string) =>
  renderToStaticMarkup(
    <HospitalDayView day={day} half={chosen} find={none} mark={none} markAll={none} />,
  );

describe('今日名单', () => {
  it('shows and prints one half-day where one is chosen, without the coming days', () => {
    const html = shown('下');
    expect(html).toContain('受检人下');
    expect(html).not.toMatch(/受检人上|以后的人数/);
  });

  it('shows all of today where none is chosen, or one that is over', () => {
    for (const html of [shown(), shown('昨')])
      expect(html).toMatch(/受检人上[\s\S]*受检人下[\s\S]*以后的人数/);
  });
});
