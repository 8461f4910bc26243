import { describe, expect, it } from 'vitest';
import { type AudienceRow, costOf, recipientsOf } from './recipients';

const now = new Date('2026-12-01T02:00:00Z');
const row = (more: Partial<AudienceRow>): AudienceRow => ({
  accountId: 'a',
  hasPhone: true,
  bookingId: 'b1',
  number: 'YY26-0101-000001',
  attendee: '陈**',
  session: '第一场',
  startsAt: new Date('2026-12-05T01:00:00Z'),
  endsAt: new Date('2026-12-05T03:00:00Z'),
  details: {},
  place: '会议室',
  answerBy: null,
  ...more,
});

describe('the people of an audience', () => {
  it('are each one, with all that a message tells them of, in the order of the rows', () => {
    const rows = [
      row({}),
      row({ accountId: 'b', bookingId: 'b2', number: 'N2', hasPhone: false }),
      row({ bookingId: 'b3', number: 'N3', attendee: '陈*禾', session: '第二场' }),
    ];
    const [first, second, ...more] = recipientsOf(rows, '安全课', now);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ accountId: 'a', bookingId: 'b1', attendees: '陈**、陈*禾' });
    expect(first?.values).toMatchObject({ 场次: '第一场；第二场', 地点: '会议室', 截止: '' });
    expect(first?.values.时间).toBe('12月5日（周六）09:00–11:00');
    expect(second).toMatchObject({ accountId: 'b', hasPhone: false });
  });

  it('read until when an answer is awaited', () => {
    const [one] = recipientsOf([row({ answerBy: new Date('2026-12-03T10:00:00Z') })], '课', now);
    expect(one?.values.截止).toBe('12月3日（周四）18:00');
  });
});

describe('what a message would cost', () => {
  const people = recipientsOf([row({}), row({ accountId: 'b', hasPhone: false })], '课', now);
  const units = (filled: string) => ({
    units: Math.ceil(filled.length / 10),
    isWhole: filled.length < 20,
  });

  it('counts people, texts to phones, and the units of each as filled in', () => {
    expect(costOf(people, '{地点}，请准时', true, units)).toEqual({
      people: 2,
      texts: 1,
      units: 1,
      most: 1,
      pointers: 0,
    });
    expect(costOf(people, '{预约号}，请准时到', true, units)).toMatchObject({
      ...{ units: 3, most: 3, pointers: 1 },
    });
  });

  it('is nothing for a message that stays in the portal', () => {
    expect(costOf(people, '您好', false, units)).toEqual({
      people: 2,
      texts: 0,
      units: 0,
      most: 0,
      pointers: 0,
    });
  });
});
