import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { SessionPlaces } from '../queries/where-places';
import { WaitingTable } from './desk-waiting';

const stay = async () => ({ status: 'idle' }) as const;
const actions = { reveal: stay, revealAll: stay, offer: stay, override: stay };
const now = new Date('2027-03-20T02:00:00Z');

const waiting = (n: number) => ({
  id: `b${n}`,
  version: 1,
  number: `YY27-${n}`,
  attendee: '梁**',
  createdAt: now,
  position: n,
  why: { state: 'behind', title: '前面还有人', words: '' },
  couldHave: false,
});

it('the waiting list shows all its names by one look, and each by its own', () => {
  const session = { id: 's', title: '一班', startsAt: now, lines: [waiting(1), waiting(2)] };
  const html = renderToStaticMarkup(
    <WaitingTable
      offeringId="o"
      sessions={[session as unknown as SessionPlaces]}
      actions={actions}
      mayOverride={false}
      now={now}
    />,
  );
  expect(html).toContain('本页姓名全部查看');
  expect(html.match(/name="bookingIds"/g)).toHaveLength(2);
  expect(html.match(/>查看</g)).toHaveLength(2);
});
