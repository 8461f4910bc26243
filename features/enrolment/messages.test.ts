import { describe, expect, it } from 'vitest';
import type { NoticeFacts } from '@/features/bookings/rules/booking-notice';
import { promotedNotice, skippedNotice } from '@/features/places/messages';
import {
  approvedBookingNotice,
  bookedNotice,
  cancelledNotice,
  pendingNotice,
  refusedBookingNotice,
  sentBackBookingNotice,
  waitlistedNotice,
} from './messages';

const now = new Date('2026-06-15T02:00:00Z');
const facts = (kind: NoticeFacts['kind']): NoticeFacts => ({
  id: 'b1',
  number: 'YY26-0615-000123',
  kind,
  version: 3,
  title: kind === 'screening' ? '宫颈癌乳腺癌筛查' : '低压电工班',
  session: '区妇幼保健院 上午',
  startsAt: new Date('2026-07-06T00:30:00Z'),
  endsAt: new Date('2026-07-06T04:00:00Z'),
  sessionDetails: {},
  place: '区妇幼保健院',
});
const all = (b: NoticeFacts) => [
  bookedNotice(b, now),
  pendingNotice(b, '6月18日（周四）'),
  waitlistedNotice(b, 3),
  promotedNotice(b, now, false),
  promotedNotice(b, now, true),
  skippedNotice(b, '年龄不符'),
  approvedBookingNotice(b, now),
  refusedBookingNotice(b, '年龄不符'),
  sentBackBookingNotice(b, { fields: ['其他说明'], reason: '请补充' }),
  cancelledNotice(b),
];

describe('notices of a booking', () => {
  it('of a screening say nothing of what it is (P14)', () => {
    for (const notice of all(facts('screening'))) {
      expect(notice.title).toBe('请查看健康服务通知');
      expect(JSON.stringify(notice)).not.toMatch(/癌|筛查|妇幼|医院|年龄/);
    }
  });

  it('are never unread when they only say what the person has just done', () => {
    const b = facts('training');
    const asks = [promotedNotice(b, now, false), skippedNotice(b, '年龄不符')];
    expect(asks.map((n) => n.quiet ?? false)).toEqual([false, false]);
    const receipts = [bookedNotice(b, now), waitlistedNotice(b, 3), cancelledNotice(b)];
    expect(receipts.map((n) => n.quiet)).toEqual([true, true, true]);
    expect(cancelledNotice(b).body).toBe('YY26-0615-000123 已取消，名额已退回。');
  });

  it('end an officer’s own sentence once', () => {
    const { body } = sentBackBookingNotice(facts('training'), { fields: [], reason: '请写清楚。' });
    expect(body).toBe('请写清楚。名额仍为您留着，补好后重新提交。');
  });

  it('fit one text message with the signature', () => {
    for (const notice of all(facts('training'))) {
      expect([...(notice.sms?.text ?? '')].length).toBeLessThanOrEqual(62);
    }
  });

  it('have one key for each change, so that an undo finds them', () => {
    for (const notice of all(facts('childcare'))) {
      expect(notice.dedupeKey).toMatch(/^booking:b1:3:/);
      expect(notice.link).toBe('/me/bookings/b1');
    }
  });
});
