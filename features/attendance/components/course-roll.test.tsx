import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { meetingsOf, timedOf } from '@/features/offerings/rules/meetings';
import type { CourseRollFacts as Roll } from '../queries/course-roll';
import { CourseRoll } from './course-roll';

const stay = async () => ({ status: 'idle' }) as const;

const line = (n: number) =>
  ({
    holder: { bookingId: `b${n}`, number: `YY26-${n}`, name: '梁**', tail: '0701' },
    attendance: { state: 'none', at: null },
    rate: { due: 1, came: 0 },
  }) as unknown as Roll['lines'][number];

const roll = (days: readonly string[]) =>
  ({
    door: { id: 's', cancelledAt: null },
    days: days.map((on) => ({
      on,
      from: new Date(`${on}T01:00:00Z`),
      to: new Date(`${on}T09:00:00Z`),
    })),
    meeting: null,
    held: new Set<string>(),
    lines: [line(1), line(2)],
    now: new Date('2027-03-20T02:00:00Z'),
  }) as unknown as Roll;

const drawn = (days: readonly string[]) =>
  renderToStaticMarkup(
    <CourseRoll roll={roll(days)} offeringId="o" mark={stay} reveal={stay} revealAll={stay} />,
  );

describe('the roll of a course by meeting', () => {
  it('shows all its names by one look, and each by its own', () => {
    const html = drawn(['2027-03-22']);
    expect(html).toContain('本页姓名全部查看');
    expect(html.match(/name="bookingIds"/g)).toHaveLength(2);
    expect(html.match(/>查看</g)).toHaveLength(2);
  });

  it('leaves out the days on which the calendar has it closed', () => {
    const [startsAt, endsAt] = [new Date('2027-04-01T01:00:00Z'), new Date('2027-04-09T09:00:00Z')];
    const details = { weekdays: [1, 2, 3, 4, 5], skipHolidays: true, off: ['2027-04-05'] };
    const days = meetingsOf(timedOf({ startsAt, endsAt, details })).map(({ on }) => on);
    expect(days).toEqual([
      '2027-04-01',
      '2027-04-02',
      '2027-04-06',
      '2027-04-07',
      '2027-04-08',
      '2027-04-09',
    ]);
  });

  it('offers the days of a whole term in one field under their months, not as 85 pills', () => {
    const days = Array.from({ length: 85 }, (_, n) =>
      new Date(Date.UTC(2027, 1, 22 + n)).toISOString().slice(0, 10),
    );
    const html = drawn(days);
    expect(html.match(/<select/g)).toHaveLength(1);
    expect(html.match(/<optgroup/g)).toHaveLength(4);
    expect(html.match(/<option/g)).toHaveLength(85);
    expect(html).not.toContain('?on=');
  });
});
