import { describe, expect, it } from 'vitest';
import type { RollLine } from '@/features/bookings/rules/booking-line';
import { rollSheet } from './roll';

const line: RollLine = {
  bookingId: 'b1',
  number: 'YY26-0701-0001',
  attendee: '陈小禾',
  grade: 4,
  guardian: '陈一帆',
  phone: '13911110001',
  document: '450803201705200029',
  union: '甲站工会',
  status: 'booked',
  bookedAt: new Date('2026-06-20T01:05:00Z'),
};
const now = new Date('2026-07-01T02:00:00Z');
const watermark = '林干事 2026-07-01 10:00 第 3 号：签到';
const sheet = (kind: 'childcare' | 'training' | 'screening', more = {}, one = line) => {
  const { columns, rows } = rollSheet([one], { kind, now, watermark, ...more });
  return rows.map((row) => columns.map(({ header, value }) => [header, value(row)]));
};

describe('the roll as a sheet', () => {
  it('of a 托管班 names the child, its grade in autumn and who answers for it', () => {
    expect(sheet('childcare')[0]).toEqual([
      ['预约号', 'YY26-0701-0001'],
      ['孩子', '陈小禾'],
      ['秋季年级', '四年级'],
      ['家长', '陈一帆'],
      ['手机', '13911110001'],
      ['孩子证件号码', '450803201705200029'],
      ['所属工会', '甲站工会'],
      ['状态', '已预约'],
      ['报名时间', expect.stringContaining('09:05')],
    ]);
    const [young] = sheet('childcare', {}, { ...line, grade: null });
    expect(young?.[2]).toEqual(['秋季年级', null]);
  });

  it('of a course has no child, and of a screening no union either (domain.md §3.1)', () => {
    const headers = (kind: 'training' | 'screening') => sheet(kind)[0]?.map(([header]) => header);
    const plain = ['预约号', '姓名', '手机', '证件号码', '所属工会', '状态', '报名时间'];
    expect(headers('training')).toEqual(plain);
    expect(headers('screening')).toEqual(plain.filter((header) => header !== '所属工会'));
    expect(JSON.stringify(sheet('screening'))).not.toContain('甲站');
  });

  it('ends with who exported it, in the first column alone', () => {
    const last = sheet('training').at(-1) ?? [];
    expect(last[0]).toEqual(['预约号', watermark]);
    expect(last.slice(1).map(([, value]) => value)).toEqual(Array(6).fill(null));
  });

  it('carries one more column by booking, empty where it says nothing', () => {
    const more = (bookingId: string) => [
      { header: '回答', byBooking: new Map([[bookingId, '会开车']]) },
    ];
    expect(sheet('training', { more: more('b1') })[0]?.at(-1)).toEqual(['回答', '会开车']);
    expect(sheet('training', { more: more('b2') })[0]?.at(-1)).toEqual(['回答', null]);
  });
});
